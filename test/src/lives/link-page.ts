/** A page behind a link, as a phone without JavaScript uses it: read, fill in, send. */
export class LinkPage {
  constructor(private readonly url: string) {}

  async text(): Promise<string> {
    const response = await fetch(this.url);
    const html = await response.text();
    if (!response.ok) throw new Error(`${this.url}: ${response.status}`);
    return html;
  }

  /** Sends one form with the hidden values of its page. @throws with the page when the answer is not taken */
  async answer(
    form: string,
    fields: Record<string, string>,
    files: Record<string, File> = {},
  ): Promise<void> {
    const html = await this.text();
    const section = sectionOf(html, form);
    const values = { ...hiddenOf(section), ...fields };
    const response = await fetch(`${this.url}/${form}`, {
      method: 'POST',
      redirect: 'manual',
      body: section.includes('multipart/form-data')
        ? multipart({ ...values, ...files })
        : new URLSearchParams(values),
    });
    if (response.status !== 303)
      throw new Error(`${form}: ${response.status}\n${readable(await response.text())}`);
  }
}

/** From the form's own action to its end; the page may have others. */
function sectionOf(html: string, form: string): string {
  const start = html.indexOf(`/${form}"`);
  if (start < 0) throw new Error(`the page offers no form « ${form} »:\n${readable(html)}`);
  return html.slice(start, html.indexOf('</form>', start));
}

function hiddenOf(section: string): Record<string, string> {
  const inputs = section.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

function multipart(values: Record<string, string | File>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  return body;
}

function readable(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 1500);
}
