import type { AddressObject, Attachment, ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import type { ReceivedMail } from '../../domain/received-mail.js';
import { reportOf } from './parse-report.js';
import { visibleText } from './visible-text.js';

/** Headers in which servers note whom a mail was for, when To names somebody else. */
const ENVELOPE_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to'];
/** Below it a picture within the text is a logo of a signature, not a photo of a leak. */
const LOGO_BYTES = 30 * 1024;
/** Signatures and answers to invitations are no documents. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
  'text/calendar',
  'application/ics',
]);

/** The mail in our own words. `fallbackId` for one without a Message-ID. */
export async function parseMail(source: Buffer, fallbackId: string, receivedAt: Date): Promise<ReceivedMail> {
  const mail = await simpleParser(source, {
    keepDeliveryStatus: true,
    // Reports enclose the mail that they are about; nobody's answer is in there.
    ignoreEmbedded: true,
    keepCidLinks: true,
    skipTextToHtml: true,
    checksumAlgo: false,
  });
  const report = isReport(mail) ? reportOf(partsOf(mail.attachments)) : undefined;
  return {
    id: mail.messageId ?? fallbackId,
    messageId: mail.messageId && withoutBrackets(mail.messageId),
    from: { address: mail.from?.value[0]?.address ?? '', name: mail.from?.value[0]?.name ?? '' },
    recipients: recipientsOf(mail),
    subject: withoutPrefix(mail.subject ?? ''),
    text: report ? '' : visibleText(mail.text ?? ''),
    answersTo: [mail.inReplyTo ?? '', ...[mail.references ?? []].flat().reverse()].filter(Boolean),
    receivedAt,
    attachments: report ? [] : mail.attachments.filter(isDocument).map(toAttachment),
    automatic: isAutomatic(mail),
    report,
  };
}

const withoutBrackets = (id: string): string => id.replace(/^<|>$/g, '');

/** "Re:", "RE :", "TR:", "Fwd:" and the like, several times. */
const withoutPrefix = (subject: string): string =>
  subject.replace(/^(?:\s*(?:re|ré|rép|tr|fw|fwd)\s*:\s*)+/i, '').trim();

const headerText = (mail: ParsedMail, name: string): string => {
  const value = mail.headers.get(name);
  return typeof value === 'string' ? value : '';
};

function recipientsOf(mail: ParsedMail): string[] {
  const lists = [mail.to, mail.cc, mail.bcc].flat().filter((list) => list !== undefined);
  const named = lists.flatMap((list: AddressObject) => list.value.map(({ address }) => address ?? ''));
  const noted = ENVELOPE_HEADERS.flatMap((name) => addressesIn(mail, name));
  return [...named, ...noted].filter(Boolean);
}

function addressesIn(mail: ParsedMail, name: string): string[] {
  const lines = mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line);
  return lines.flatMap((line) => line.slice(line.indexOf(':') + 1).match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? []);
}

function isReport(mail: ParsedMail): boolean {
  const type = mail.headers.get('content-type');
  return typeof type === 'object' && 'value' in type && type.value === 'multipart/report';
}

/** RFC 3834, and what programs wrote before it. */
function isAutomatic(mail: ParsedMail): boolean {
  const submitted = headerText(mail, 'auto-submitted').toLowerCase();
  const precedence = headerText(mail, 'precedence').toLowerCase();
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'junk', 'auto_reply'].includes(precedence) ||
    isReport(mail)
  );
}

const partsOf = (attachments: readonly Attachment[]) =>
  attachments.map(({ contentType, content }) => ({ contentType, content: content.toString('utf8') }));

const isDocument = ({ contentType, related, size }: Attachment): boolean =>
  !NOT_KEPT.has(contentType) && !(related && size < LOGO_BYTES);

function toAttachment({ filename, content }: Attachment, index: number) {
  return { name: filename ?? `piece-jointe-${index + 1}`, content };
}
