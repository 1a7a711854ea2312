/** Text with a form, as a person wrote it in a browser: nothing of it is to be trusted. */
export abstract class RichText {
  /** What may be shown of it, and the same without its form. */
  abstract clean(html: string): { readonly html: string; readonly text: string };
}
