/** Packages that bring no types: what we use of them. */
declare module 'ovh' {
  function ovh(options: {
    host: string;
    port: number;
    basePath: string;
    appKey: string;
    appSecret: string;
    consumerKey: string;
  }): ovh.Client;
  namespace ovh {
    interface Client {
      /** Resolves with the body of a 200; rejects with `{error, message}`. Changes `parameters`. */
      requestPromised(
        method: string,
        path: string,
        parameters: Record<string, unknown>,
      ): PromiseLike<unknown>;
    }
  }
  export = ovh;
}

declare module 'mjml' {
  function mjml2html(
    input: string,
    options: { validationLevel: 'strict' | 'soft'; fonts?: Record<string, string> },
  ): Promise<{ html: string; errors: { formattedMessage: string }[] }>;
  export = mjml2html;
}

declare module 'html-to-text' {
  export interface DomNode {
    readonly name?: string;
    /** Of a text. */
    readonly data?: string;
    readonly attribs?: Readonly<Record<string, string>>;
    readonly children?: readonly DomNode[];
  }
  interface BlockTextBuilder {
    addInline(text: string, options?: { noWordTransform?: boolean }): void;
    openBlock(options?: { leadingLineBreaks?: number }): void;
    closeBlock(options?: { trailingLineBreaks?: number }): void;
  }
  export type FormatCallback = (
    element: DomNode,
    walk: (nodes: readonly DomNode[] | undefined, builder: BlockTextBuilder) => void,
    builder: BlockTextBuilder,
    options: unknown,
  ) => void;
  export function convert(
    html: string,
    options?: {
      wordwrap?: number | false;
      selectors?: unknown[];
      formatters?: Readonly<Record<string, FormatCallback>>;
      limits?: { maxInputLength?: number; maxDepth?: number; ellipsis?: string };
    },
  ): string;
}
