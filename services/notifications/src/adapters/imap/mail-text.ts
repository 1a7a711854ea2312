import type { Attachment, ParsedMail } from 'mailparser';
import { calendarAnswer } from './calendar-answer.js';
import { htmlText } from './html-text.js';

const CALENDARS: ReadonlySet<string> = new Set(['text/calendar', 'application/ics']);
const RAW_LENGTH = 20_000;

export const isCalendar = ({ contentType }: Attachment): boolean => CALENDARS.has(contentType);

/**
 * All that a person wrote, in the first form that says something: its text, its HTML, an answer to our invitation, and
 * where a broken mail has no part at all, what stands in its body.
 */
export function textOf(mail: ParsedMail, source: Buffer): string {
  const plain = (mail.text ?? '').trim();
  // A text part can be there and empty, or be what the library made of the HTML.
  const html = typeof mail.html === 'string' ? htmlText(mail.html) : '';
  const said = typeOf(mail) === 'text/html' ? html || plain : plain || html;
  const answered = mail.attachments
    .filter(isCalendar)
    .map(({ content }) => calendarAnswer(content.toString('utf8')));
  const all = [...answered, said].filter((text) => text !== undefined && text !== '');
  return all.length > 0 ? all.join('\n\n') : brokenBody(mail, source);
}

/** "multipart/mixed": what the head says, without its parameters. */
export function typeOf(mail: ParsedMail): string {
  const type = mail.headers.get('content-type');
  return typeof type === 'object' && 'value' in type && typeof type.value === 'string' ? type.value : '';
}

/** A multipart mail whose boundary is not the one it names: the library finds no part, a person would. */
function brokenBody(mail: ParsedMail, source: Buffer): string {
  if (!typeOf(mail).startsWith('multipart/') || mail.attachments.length > 0) return '';
  const text = source.toString('utf8');
  const body = text.slice(Math.max(0, text.search(/\r?\n\r?\n/))).trim();
  return body
    .slice(0, RAW_LENGTH)
    .split(/\r?\n/)
    .filter((line) => !/^--|^content-[a-z-]+:/i.test(line))
    .join('\n')
    .trim();
}
