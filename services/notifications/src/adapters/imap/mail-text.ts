import { withoutInvisible } from '@intervia/french/letters';
import type { Attachment, ParsedMail } from 'mailparser';
import { calendarAnswer } from './calendar-answer.js';
import { lettersOf, withoutMojibake } from './charset.js';
import { htmlText } from './html-text.js';

const CALENDARS: ReadonlySet<string> = new Set(['text/calendar', 'application/ics']);

export const isCalendar = ({ contentType }: Attachment): boolean => CALENDARS.has(contentType);

/** All that a person wrote, in the first form that says something: its text, its HTML; and an answer to our invitation. */
export function textOf(mail: ParsedMail): string {
  const plain = shown(withoutMojibake(mail.text ?? ''));
  // A text part can be there and empty, or be what the library made of the HTML.
  const html = shown(htmlText(withoutMojibake(htmlOf(mail))));
  const said = typeOf(mail) === 'text/html' ? html || plain : plain || html;
  const answered = mail.attachments
    .filter(isCalendar)
    .map(({ content }) => calendarAnswer(lettersOf(content)) ?? '');
  return [...new Set([...answered, said])].filter(Boolean).join('\n\n');
}

export const htmlOf = (mail: ParsedMail): string => (typeof mail.html === 'string' ? mail.html : '');

/** Nothing, when nobody would see anything. */
const shown = (text: string): string => (withoutInvisible(text).trim() === '' ? '' : text.trim());

/** "multipart/mixed": what the head says, without its parameters. */
export function typeOf(mail: ParsedMail): string {
  const type = mail.headers.get('content-type');
  return typeof type === 'object' && 'value' in type && typeof type.value === 'string' ? type.value : '';
}

/** What mail programs add below by themselves: a picture above it is all that was sent. */
const PROGRAMS_SIGNATURE =
  /^\s*(?:(?:Envoyé|Sent|Télécharge[rz]|Obtenir|Get)\s.{0,20}(?:iPhone|iPad|Android|Outlook|Galaxy|Samsung|Yahoo|mobile|téléphone|phone|Orange|Huawei|Xiaomi).{0,60})?\s*$/i;

/** Whether a person wrote anything. */
export const saysNothing = (text: string): boolean =>
  text.split('\n').every((line) => PROGRAMS_SIGNATURE.test(line));
