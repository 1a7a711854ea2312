import type { BounceReport, ReadingReport } from '../../domain/received-mail.js';

/** A part of a multipart/report (RFC 6522). */
export interface ReportPart {
  readonly contentType: string;
  readonly content: string;
}

type Fields = ReadonlyMap<string, string>;

/** Blocks of header-like fields, folded lines joined. */
function blocksOf(text: string): Fields[] {
  return text
    .replace(/\r\n/g, '\n')
    .split(/\n{2,}/)
    .map((block) => new Map(fieldsOf(block.replace(/\n[ \t]+/g, ' '))))
    .filter((fields) => fields.size > 0);
}

function fieldsOf(block: string): [string, string][] {
  return block.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
  });
}

/** "rfc822;someone@example.org" or "smtp; 550 5.1.1 unknown": what follows the type. */
const valueOf = (field = ''): string => field.slice(field.indexOf(';') + 1).trim();

const MESSAGE_ID = /^message-id:\s*(<[^>]+>)/im;

/** The mail that came back is enclosed, whole or its headers only. */
const enclosedIds = (parts: readonly ReportPart[]): string[] =>
  parts
    .filter(({ contentType }) =>
      ['message/rfc822', 'text/rfc822-headers', 'message/global'].includes(contentType),
    )
    .flatMap(({ content }) => MESSAGE_ID.exec(content)?.[1] ?? []);

/** RFC 3464. A delay is no failure: the other server goes on trying. */
function bounceOf(status: string, parts: readonly ReportPart[]): BounceReport {
  const recipients = blocksOf(status).filter((fields) => fields.has('final-recipient'));
  const failed = recipients
    .filter((fields) => fields.get('action')?.toLowerCase() === 'failed')
    .map((fields) => ({
      recipient: valueOf(fields.get('original-recipient') ?? fields.get('final-recipient')),
      detail: valueOf(fields.get('diagnostic-code')) || (fields.get('status') ?? ''),
    }));
  return { kind: 'bounce', of: enclosedIds(parts), failed };
}

/** RFC 8098. */
function readingOf(notification: string): ReadingReport {
  const fields = new Map(blocksOf(notification).flatMap((block) => [...block]));
  const disposition = fields.get('disposition') ?? '';
  return {
    kind: 'reading',
    of: [fields.get('original-message-id') ?? ''].filter(Boolean),
    displayed: /;\s*displayed\b/i.test(disposition),
  };
}

/** What a multipart/report says, if it is of a kind we know. */
export function reportOf(parts: readonly ReportPart[]): BounceReport | ReadingReport | undefined {
  const find = (...types: string[]) => parts.find(({ contentType }) => types.includes(contentType))?.content;
  const status = find('message/delivery-status', 'message/global-delivery-status');
  if (status !== undefined) return bounceOf(status, parts);
  const notification = find('message/disposition-notification', 'message/global-disposition-notification');
  return notification === undefined ? undefined : readingOf(notification);
}
