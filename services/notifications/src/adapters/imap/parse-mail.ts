import type { AddressObject, Attachment, ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { createHash } from 'node:crypto';
import type { ReceivedMail } from '../../domain/received-mail.js';
import { looksMisread, saidToBeWindows1252, withReadableHeaders } from './charset.js';
import { isCalendar, textOf, typeOf } from './mail-text.js';
import { isOpaque, signedContent } from './opaque-signature.js';
import { reportOf } from './parse-report.js';
import { plainBounce } from './plain-bounce.js';
import { partQuotation } from './quotation.js';

/** Headers in which servers note whom a mail was for, when To names somebody else. */
const ENVELOPE_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to'];
/** Below it a picture within the text is a logo of a signature, not a photo of a leak. */
const LOGO_BYTES = 30 * 1024;
/** A detached signature is no document. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
]);
/** "Re:", "RE :", "TR:", "Fwd:" and the like, several times. */
const PREFIXES = /^(?:\s*(?:re|ré|rép|tr|fw|fwd)\s*:\s*)+/i;
const FORWARD = /^\s*(?:(?:re|ré|rép)\s*:\s*)*(?:tr|fw|fwd)\s*:/i;

/** The mail in our own words. `fallbackId` for one without a Message-ID. */
export async function parseMail(source: Buffer, fallbackId: string, receivedAt: Date): Promise<ReceivedMail> {
  const mail = await readParts(withReadableHeaders(source));
  const inner = mail.attachments.find(({ contentType }) => isOpaque(contentType));
  const signed = inner && signedContent(inner.content);
  if (signed) return { ...(await parseMail(withHead(source, signed), fallbackId, receivedAt)) };
  const subject = mail.subject ?? '';
  const from = { address: mail.from?.value[0]?.address ?? '', name: mail.from?.value[0]?.name ?? '' };
  const isReport = typeOf(mail) === 'multipart/report';
  const text = textOf(mail, source);
  const report = isReport ? reportOf(partsOf(mail.attachments)) : plainBounce(from.address, subject, text);
  // Somebody who forwards wants the forwarded to be read.
  const { written, quoted } = FORWARD.test(subject) ? { written: text, quoted: '' } : partQuotation(text);
  return {
    id: mail.messageId ?? fallbackId,
    digest: digestOf(mail, text),
    messageId: mail.messageId && withoutBrackets(mail.messageId),
    from,
    recipients: recipientsOf(mail),
    subject: subject.replace(PREFIXES, '').trim(),
    text: report ? '' : written,
    quoted: report ? '' : quoted,
    answersTo: [mail.inReplyTo ?? '', ...[mail.references ?? []].flat().reverse()].filter(Boolean),
    receivedAt,
    attachments: report ? [] : documentsOf(mail, written).map(toAttachment),
    automatic: isAutomatic(mail, isReport),
    report,
  };
}

/** A second look where letters came out as none. */
async function readParts(source: Buffer): Promise<ParsedMail> {
  const mail = await read(source);
  if (!looksMisread(`${mail.text ?? ''}${typeof mail.html === 'string' ? mail.html : ''}`)) return mail;
  return read(saidToBeWindows1252(source));
}

const read = (source: Buffer): Promise<ParsedMail> =>
  simpleParser(source, {
    keepDeliveryStatus: true,
    // Reports enclose the mail that they are about; nobody's answer is in there.
    ignoreEmbedded: true,
    keepCidLinks: true,
    skipTextToHtml: true,
    skipHtmlToText: true,
    checksumAlgo: false,
  });

/** The signed part with the outer head, which says from whom and to whom; its own head says what it is. */
function withHead(source: Buffer, signed: Buffer): Buffer {
  const text = source.toString('latin1');
  const head = text.slice(0, Math.max(0, text.search(/\r?\n\r?\n/)));
  const outer = head
    .replace(/^(?:content-[a-z-]+|mime-version):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n?/gim, '')
    .trim();
  return Buffer.concat([Buffer.from(`${outer}\r\n`, 'latin1'), signed]);
}

/** The same for the same mail, however often and to how many addresses it is delivered. */
function digestOf(mail: ParsedMail, text: string): string {
  const hash = createHash('sha256').update(
    `${mail.subject ?? ''}\n${mail.date?.toISOString() ?? ''}\n${text}`,
  );
  for (const { content } of mail.attachments) hash.update(content);
  return hash.digest('hex').slice(0, 32);
}

const withoutBrackets = (id: string): string => id.replace(/^<|>$/g, '');

const headerText = (mail: ParsedMail, name: string): string => {
  const value = mail.headers.get(name);
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
};

function recipientsOf(mail: ParsedMail): string[] {
  const lists = [mail.to, mail.cc, mail.bcc].flat().filter((list) => list !== undefined);
  const named = lists.flatMap((list: AddressObject) => list.value.map(({ address }) => address ?? ''));
  const noted = ENVELOPE_HEADERS.flatMap((name) => addressesIn(mail, name));
  return [...new Set([...named, ...noted].filter(Boolean))];
}

function addressesIn(mail: ParsedMail, name: string): string[] {
  const lines = mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line);
  return lines.flatMap(
    (line) => line.slice(line.indexOf(':') + 1).match(/[^\s<>,;]{1,64}@[^\s<>,;]{1,255}/g) ?? [],
  );
}

/** RFC 3834, and what programs wrote before it and beside it. */
function isAutomatic(mail: ParsedMail, isReport: boolean): boolean {
  const submitted = headerText(mail, 'auto-submitted');
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'junk', 'auto_reply'].includes(headerText(mail, 'precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => {
      const said = headerText(mail, name);
      return said !== '' && !['no', 'none', 'false'].includes(said);
    }) ||
    isReport
  );
}

const partsOf = (attachments: readonly Attachment[]) =>
  attachments.map(({ contentType, content }) => ({ contentType, content: content.toString('utf8') }));

function documentsOf(mail: ParsedMail, written: string): Attachment[] {
  const kept = mail.attachments.filter((part) => !NOT_KEPT.has(part.contentType) && !isCalendar(part));
  const documents = kept.filter(({ related, size }) => !(related && size < LOGO_BYTES));
  // A small picture alone is what its sender wanted to say.
  return documents.length === 0 && written === '' ? kept : documents;
}

function toAttachment({ filename, content }: Attachment, index: number) {
  return { name: filename ?? `piece-jointe-${index + 1}`, content };
}
