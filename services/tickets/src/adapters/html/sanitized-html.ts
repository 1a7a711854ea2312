import { Injectable } from '@nestjs/common';
import sanitizeHtml from 'sanitize-html';
import { RichText } from '../../application/ports/rich-text.js';

/** Manual, "Note interne": "vous pouvez l'enrichir avec couleurs, gras, etc". */
const FORM: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'div',
    'br',
    'span',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'h1',
    'h2',
    'h3',
    'ul',
    'ol',
    'li',
    'blockquote',
    'a',
  ],
  allowedAttributes: { '*': ['style'], a: ['href', 'target', 'rel'] },
  // `//host` would lead outside by whatever scheme the page has.
  allowProtocolRelative: false,
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedStyles: {
    '*': {
      color: [/^#[0-9a-f]{3,8}$/i, /^rgb\(\d{1,3}, ?\d{1,3}, ?\d{1,3}\)$/i, /^[a-z]{3,20}$/i],
      'background-color': [/^#[0-9a-f]{3,8}$/i, /^rgb\(\d{1,3}, ?\d{1,3}, ?\d{1,3}\)$/i, /^[a-z]{3,20}$/i],
      'text-align': [/^(left|right|center|justify)$/],
      'font-weight': [/^(bold|\d{3})$/],
      'text-decoration': [/^(underline|line-through)$/],
    },
  },
  transformTags: { a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener noreferrer' }) },
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

@Injectable()
export class SanitizedHtml extends RichText {
  clean(html: string): { html: string; text: string } {
    const clean = sanitizeHtml(html, FORM).trim();
    return { html: clean, text: plainText(clean) };
  }
}

/** Blocks become lines. */
function plainText(clean: string): string {
  const lines = clean.replace(/<(br|\/p|\/div|\/li|\/h[1-3]|\/blockquote)[^>]*>/g, '\n');
  const bare = sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} });
  return bare
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
