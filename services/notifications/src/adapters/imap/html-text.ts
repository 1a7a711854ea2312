import { convert } from 'html-to-text';
import type { DomNode, FormatCallback } from 'html-to-text';

const CELL = /^t[dh]$/;

/** A row of a table is a line, its cells stand apart: "2 | 12,50 | 25,00". */
const row: FormatCallback = (element: DomNode, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  const cells = (element.children ?? []).filter(({ name }) => CELL.test(name ?? ''));
  cells.forEach((cell, at) => {
    if (at > 0) builder.addInline(' | ', { noWordTransform: true });
    walk(cell.children, builder);
  });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

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
