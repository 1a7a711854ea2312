import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';

/** A link is a secret: it must not leave through a referrer, a search engine or a cache. */
export const LINK_HEADERS: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};

/** Sends a page that runs no script and loads nothing from elsewhere; its own style sheet is named by its hash. */
export async function sendPage(reply: FastifyReply, status: number, html: string): Promise<void> {
  await reply
    .status(status)
    .headers({ ...LINK_HEADERS, 'content-security-policy': pagePolicy(html) })
    .type('text/html; charset=utf-8')
    .send(html);
}

export function pagePolicy(html: string): string {
  // The first one stands in the head, before anything that people typed.
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1];
  const styles =
    style === undefined ? "'none'" : `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
