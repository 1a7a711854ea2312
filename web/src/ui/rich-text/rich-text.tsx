import { createElement, Fragment, useMemo } from 'react';
import type { CSSProperties, ReactNode } from 'react';

/** What notes may hold; anything else shows only its text. Sanitised by the server, and built anew here all the same. */
const TAGS: ReadonlySet<string> = new Set([
  'P',
  'DIV',
  'SPAN',
  'B',
  'STRONG',
  'I',
  'EM',
  'U',
  'S',
  'UL',
  'OL',
  'LI',
  'BLOCKQUOTE',
]);
/** A page has its own headings: those of a note come below them. */
const RENAMED: Readonly<Record<string, string>> = { H1: 'h4', H2: 'h4', H3: 'h4' };
const SILENT: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);
const HREF = /^(https?|mailto|tel):/i;

/** The HTML of a note, without ever handing HTML to the page. */
export function RichText({ html, className }: { html: string; className?: string }) {
  const content = useMemo(() => childrenOf(new DOMParser().parseFromString(html, 'text/html').body), [html]);
  return <div className={className}>{content}</div>;
}

function childrenOf(node: Node): ReactNode {
  return Array.from(node.childNodes, (child, index) => <Fragment key={index}>{render(child)}</Fragment>);
}

function render(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof HTMLElement) || SILENT.has(node.tagName)) return null;
  if (node.tagName === 'BR') return <br />;
  if (node.tagName === 'A' && HREF.test(node.getAttribute('href') ?? '')) {
    return (
      <a href={node.getAttribute('href') ?? ''} target="_blank" rel="noopener noreferrer">
        {childrenOf(node)}
      </a>
    );
  }
  const tag = RENAMED[node.tagName] ?? (TAGS.has(node.tagName) ? node.tagName.toLowerCase() : undefined);
  return tag ? createElement(tag, { style: styleOf(node) }, childrenOf(node)) : childrenOf(node);
}

function styleOf({ style }: HTMLElement): CSSProperties | undefined {
  const { color, textAlign, fontWeight } = style;
  if (!color && !textAlign && !fontWeight) return undefined;
  return { color, textAlign: textAlign as CSSProperties['textAlign'], fontWeight };
}
