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
  export function convert(
    html: string,
    options?: { wordwrap?: number | false; selectors?: unknown[] },
  ): string;
}
