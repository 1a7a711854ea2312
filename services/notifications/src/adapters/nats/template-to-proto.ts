import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Channel, Delivery, SmsEncoding, TemplateList } from '@intervia/contracts';
import type {
  PreviewTemplateResponseSchema,
  SimulateTicketResponseSchema,
  SimulatedMessageSchema,
  SmsCountSchema,
  TemplateRowSchema,
  TemplateSchema,
  TemplateText,
} from '@intervia/contracts';
import type { SmsCount, SmsLength } from '../../application/templates/count-sms.js';
import type { Wording } from '../../application/ports/templates/wordings.js';
import type { Preview } from '../../application/templates/preview-template.query.js';
import type { FutureMessage } from '../../application/templates/simulate-ticket.query.js';
import type { TemplateRow, TemplateState } from '../../application/templates/template-book.js';
import type { Start } from '../../domain/planning/plan-messages.js';
import type { Channel as DomainChannel } from '../../domain/reach.js';
import { listOf } from '../../domain/template-codes.js';
import type { TemplateList as DomainList } from '../../domain/template-codes.js';
import { CHANNELS } from './message-to-proto.js';

const LISTS: Readonly<Record<DomainList, TemplateList>> = {
  contractors: TemplateList.CONTRACTORS,
  others: TemplateList.OTHERS,
};

const ENCODINGS: Readonly<Record<SmsLength['encoding'], SmsEncoding>> = {
  'GSM-7': SmsEncoding.GSM7,
  'UCS-2': SmsEncoding.UCS2,
};

const STARTS: Readonly<Record<Start, Delivery>> = {
  queued: Delivery.QUEUED,
  silenced: Delivery.SILENCED,
  'no-address': Delivery.FAILED,
};

/** Unspecified is neither. */
export const toChannel = (channel: Channel): DomainChannel | undefined =>
  ({ [Channel.UNSPECIFIED]: undefined, [Channel.MAIL]: 'mail' as const, [Channel.SMS]: 'sms' as const })[
    channel
  ];

export const toWording = (text: TemplateText | undefined): Wording => ({
  subject: text?.subject ?? '',
  body: text?.body ?? '',
});

export function toRow(row: TemplateRow): MessageInitShape<typeof TemplateRowSchema> {
  return {
    code: row.template,
    channel: CHANNELS[row.channel],
    list: LISTS[listOf(row.template)],
    title: row.title,
    changed: row.changed,
    version: row.version,
    savedAt: row.savedAt && timestampFromDate(row.savedAt),
    savedBy: row.savedBy,
  };
}

export function toTemplate(
  state: TemplateState,
  count: SmsCount | undefined,
): MessageInitShape<typeof TemplateSchema> {
  return {
    row: toRow(state),
    text: state.text,
    shipped: state.shipped,
    variables: [...state.variables],
    count: count && toCount(count),
  };
}

function toCount(count: SmsCount): MessageInitShape<typeof SmsCountSchema> {
  return {
    typedCharacters: count.typed.characters,
    typedSms: count.typed.sms,
    characters: count.characters,
    sms: count.sms,
    encoding: ENCODINGS[count.encoding],
    outsideGsm7: [...count.outsideGsm7],
    transliterated: count.transliterated?.text,
    transliteratedSms: count.transliterated?.sms,
  };
}

export function toPreview(preview: Preview): MessageInitShape<typeof PreviewTemplateResponseSchema> {
  const { subject, text } = preview;
  if (preview.channel === 'mail') return { subject, text, html: preview.html };
  return { subject, text, count: toCount(preview.count) };
}

function toSimulatedMessage(message: FutureMessage): MessageInitShape<typeof SimulatedMessageSchema> {
  const { planned, length } = message;
  return {
    at: timestampFromDate(message.at),
    channel: CHANNELS[planned.channel],
    template: planned.template,
    title: message.title,
    recipientName: planned.recipient.name,
    recipients: [...planned.recipient.addresses],
    subject: message.subject,
    text: message.text,
    delivery: STARTS[planned.start],
    sms: length?.sms,
    encoding: length && ENCODINGS[length.encoding],
    reminder: message.reminder,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export function toSimulation(
  messages: readonly FutureMessage[],
): MessageInitShape<typeof SimulateTicketResponseSchema> {
  const leaving = messages.filter(({ planned }) => planned.start === 'queued');
  const perSms = leaving.map(
    ({ length, planned }) => (length?.sms ?? 0) * planned.recipient.addresses.length,
  );
  return {
    messages: messages.map(toSimulatedMessage),
    mails: leaving.filter(({ planned }) => planned.channel === 'mail').length,
    sms: sum(perSms),
  };
}
