import sanitizeHtml from 'sanitize-html';

const COLOUR = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]+\)$/i, /^[a-z]{3,20}$/i];

/** What a body may hold: what an editor's toolbar makes (manual: "changer la police, la couleur, l’apparence"). */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'b', 'em', 'i', 'u', 's', 'ul', 'ol', 'li', 'a', 'span'],
  allowedAttributes: { a: ['href', 'style'], span: ['style'], p: ['style'], li: ['style'] },
  allowedStyles: {
    '*': {
      color: COLOUR,
      'background-color': COLOUR,
      'font-family': [/^[\w\s,'"-]{1,100}$/],
      'font-size': [/^\d{1,2}(\.\d+)?(px|pt|em|rem)$/],
      'font-weight': [/^(bold|normal|[1-9]00)$/],
      'font-style': [/^(italic|normal)$/],
      'text-decoration': [/^(underline|line-through|none)$/],
      'text-align': [/^(left|right|center|justify)$/],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
};

export const sanitise = (html: string): string => sanitizeHtml(html, ALLOWED);

const TAG = /\{[{%][\s\S]*?[%}]\}/g;
const ENTITIES: readonly (readonly [string, string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', ' '],
  ['\u00a0', ' '],
  ['&amp;', '&'],
];

/** Editors and the sanitiser escape what stands between braces too, where it is no HTML. */
export function sanitiseSource(html: string): string {
  return sanitise(html).replace(TAG, (tag) =>
    ENTITIES.reduce((text, [entity, character]) => text.replaceAll(entity, character), tag),
  );
}

/** A condition that an editor put into a paragraph of its own leaves it empty. */
export const withoutEmptyParagraphs = (html: string): string => html.replace(/<p[^>]*>\s*<\/p>\s*/g, '');

/** French puts a space before these signs that no line may break at; tags are left alone. */
export const keptTogether = (html: string): string =>
  html.replace(/(<[^>]*>)| (?=[»:;?!])|(?<=«) /g, (_, tag?: string) => tag ?? '\u00a0');
