import { convert } from 'html-to-text';
import type { DomNode, FormatCallback } from 'html-to-text';

const CELL = /^t[dh]$/;
/** They part words wherever they stand. */
const BLOCK = /^(?:p|div|br|li|ul|ol|tr|h[1-6]|blockquote|section)$/;
/** Tables also lay out whole mails: what holds these, or more letters than these, is no cell of figures. */
const LAYOUT = /^(?:table|ul|ol|blockquote|hr)$/;
const LONGEST_CELL = 200;
const DEEPEST_CELL = 20;
/** Of a link that its text does not say already. */
const SHOWN_LINK = /^(?:https?:|tel:)/i;

/** A row of a table is a line, its cells stand apart: "2 | 12,50 | 25,00". */
const row: FormatCallback = (element: DomNode, walk, builder) => {
  const cells = (element.children ?? []).filter(({ name }) => CELL.test(name ?? ''));
  const texts = cells.length < 2 || cells.some((cell) => hasLayout(cell)) ? [] : cells.map(lineOf);
  const isLayout = texts.length === 0 || texts.some(({ length }) => length > LONGEST_CELL);
  builder.openBlock({ leadingLineBreaks: 1 });
  if (!isLayout) builder.addInline(texts.join(' | '), { noWordTransform: true });
  for (const cell of isLayout ? cells : []) {
    builder.openBlock({ leadingLineBreaks: 1 });
    walk(cell.children, builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
  }
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** Also what is deeper than any cell of figures. */
const hasLayout = ({ children = [] }: DomNode, depth = 0): boolean =>
  depth > DEEPEST_CELL ||
  children.some((child) => LAYOUT.test(child.name ?? '') || hasLayout(child, depth + 1));

const lineOf = (cell: DomNode): string => wordsOf(cell).replaceAll(/\s+/g, ' ').trim();

function wordsOf({ name = '', data = '', attribs, children = [] }: DomNode): string {
  if (name === 'style' || name === 'script') return '';
  const inner = `${data}${children.map(wordsOf).join('')}`;
  const href = name === 'a' ? (attribs?.['href'] ?? '') : '';
  const link = SHOWN_LINK.test(href) && !inner.includes(href) ? ` [${href}]` : '';
  return BLOCK.test(name) ? ` ${inner}${link} ` : `${inner}${link}`;
}

/** A picture within the text is a document of its own; its address says nothing. */
export function htmlText(html: string): string {
  return convert(html, {
    wordwrap: false,
    formatters: { row },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      { selector: 'tr', format: 'row' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
    ],
    limits: { maxInputLength: 2 * 1024 * 1024, maxDepth: 200, ellipsis: ' […]' },
  }).trim();
}
