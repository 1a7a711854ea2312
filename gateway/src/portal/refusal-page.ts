import { sentenceOf, TITLES } from '../fr.js';
import type { Refusal } from '../http/problem.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What a contractor reads when the portal itself cannot answer. */
export function refusalPage(refusal: Refusal): string {
  const title = escape(TITLES[refusal.kind]);
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<h1>${title}</h1>
<p>${escape(sentenceOf(refusal))}</p>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
