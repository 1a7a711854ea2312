import { numbersIn } from '@intervia/french/phones';

/** Shorter ones are hours, amounts and doors as often as numbers. */
const SHORTEST = 9;
const LINK_STYLE = 'color:#1769aa;white-space:nowrap';
/** A link with what stands in it, another tag, or text. */
const PARTS = /(<a\b[^>]*>[\s\S]*?<\/a>|<[^>]*>)|([^<]+)/gi;

/** The number that a line names, for `tel:`; empty when it names none, or several. */
export function dialOf(text: string): string {
  const [only, ...others] = longNumbers(text);
  return only && others.length === 0 ? only.dial : '';
}

const longNumbers = (text: string) => numbersIn(text).filter(({ dial }) => dial.length >= SHORTEST);

/** HTML whose telephone numbers can be touched, on a phone, to be called. */
export const withCalls = (html: string): string =>
  html.replace(PARTS, (_, tag: string | undefined, text: string) => tag ?? callable(text));

function callable(text: string): string {
  let [out, from] = ['', 0];
  for (const { dial, text: typed } of longNumbers(text)) {
    const at = text.indexOf(typed, from);
    if (at < 0) continue;
    out += `${text.slice(from, at)}<a href="tel:${dial}" style="${LINK_STYLE}">${typed}</a>`;
    from = at + typed.length;
  }
  return out + text.slice(from);
}
