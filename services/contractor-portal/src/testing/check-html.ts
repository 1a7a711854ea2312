import { expect } from '@jest/globals';

const VOID = new Set(['img', 'meta', 'link', 'input', 'br', '!doctype']);

/** Well-formedness, unique ids, labelled fields, links to fields that exist: what a browser would forgive. */
export function check(html: string): void {
  const markup = html.replace(/<style>.*?<\/style>/su, '');
  const open: string[] = [];
  for (const [, closing, tag = ''] of markup.matchAll(/<(\/?)([a-z!][a-z0-9]*)(?:\s[^>]*)?>/giu)) {
    if (VOID.has(tag.toLowerCase())) continue;
    if (closing) expect(open.pop()).toBe(tag);
    else open.push(tag);
  }
  expect(open).toEqual([]);
  const ids = [...markup.matchAll(/\sid="([^"]*)"/gu)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...markup.matchAll(/(?:\sfor|href="#|aria-labelledby|aria-describedby)="?([^"#]*)"/gu)];
  for (const [, target = ''] of targets) {
    if (target) for (const id of target.split(' ')) expect(ids).toContain(id);
  }
  for (const [field] of markup.matchAll(/<(?:input|select|textarea)\s[^>]*>/gu)) {
    if (/type="(?:hidden|checkbox)"/u.test(field)) continue;
    expect(markup).toContain(`for="${/\sid="([^"]*)"/u.exec(field)?.[1]}"`);
  }
  expect(html).toMatch(/<html lang="fr">/u);
  expect(html.match(/<h1/gu)).toHaveLength(1);
  // A link to the map is touched or not; nothing else leads elsewhere, and nothing is loaded from there.
  const ours = html.replaceAll(
    /<a class="call" href="https:\/\/www\.google\.com\/maps\/search\/\?[^"<>\s]*" /gu,
    '<a ',
  );
  expect(ours).not.toMatch(/<script|\son\w+=|https?:\/\/|undefined|\[object/u);
}
