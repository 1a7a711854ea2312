import type { DescMessage, Message } from '@bufbuild/protobuf';
import type * as facts from '../index.js';
import {
  AccountPostedSchema,
  CafNumberSetSchema,
  file_intervia_tickets_events_v1_events as ticketEvents,
  NoticeGivenSchema,
  NoticeWithdrawnSchema,
  PersonErasedSchema,
  PropertyFileSavedSchema,
  RentRevisedSchema,
  SharerEnteredSchema,
  TenantDepartedSchema,
  TicketContextSchema,
  TicketDeletedSchema,
} from '../index.js';
import type { JsonObject } from '../json/index.js';
import { toJson } from '../json/index.js';
import type { RegisterEntryAnnotated, RegisterEntryMade } from '../property.js';
import { RegisterEntryAnnotatedSchema, RegisterEntryMadeSchema } from '../property.js';

/** A fact as it comes from the bus. */
export interface HeardFact {
  readonly meta: { readonly type: string; readonly sequence: number; readonly occurredAt: Date };
  readonly message: Message;
}

export const CHANGE_TYPES = [
  'ticket',
  'party',
  'account',
  'building',
  'unit',
  'mandate',
  'lease',
  'rentCall',
  'registerEntry',
] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** What the change is of. */
interface Subject {
  readonly type: ChangeType;
  readonly id: string;
  /** Of what is kept with a version. */
  readonly version?: number;
  readonly deleted?: true;
}

/** One line of the feed. */
export interface Change extends Subject {
  /** Grows with each change of the agency; gaps are other agencies' and say nothing. */
  readonly seq: number;
  /** Its name in the contracts. */
  readonly fact: string;
  readonly at: string;
  readonly data?: JsonObject;
}

type About<T extends Message = never> = (message: T) => Subject | undefined;

/** What only the platform needs, and codes of doors, which programs have no use for. */
const LEFT_OUT: readonly string[] = ['audience', 'toldUsers', 'silent', 'urgent', 'notifyReminders'];

const OF_TICKETS = ticketEvents.messages.filter(
  (schema) => schema.field['ticket']?.message === TicketContextSchema && schema !== TicketDeletedSchema,
);

const about = <T extends Message>(schema: DescMessage, subject: About<T>): readonly [DescMessage, About] => [
  schema,
  subject,
];

const ofTenant = ({ tenant }: facts.NoticeGiven): Subject | undefined => ofLease(tenant?.lease);

function ofLease(lease: facts.LeaseFile | undefined): Subject | undefined {
  return lease && { type: 'lease', id: lease.id, version: lease.version };
}

function ofFile({ file }: facts.PropertyFileSaved): Subject | undefined {
  const saved = file?.file;
  if (!saved?.case) return undefined;
  const { id } = saved.value;
  return { type: saved.case, id, ...('version' in saved.value && { version: saved.value.version }) };
}

const entry = (cardId: string, number = 0): Subject => ({
  type: 'registerEntry',
  id: `${cardId}-${String(number)}`,
});

const SUBJECTS: readonly (readonly [DescMessage, About])[] = [
  ...OF_TICKETS.map((schema) =>
    about<facts.TicketOpened>(
      schema,
      ({ ticket }) => ticket && { type: 'ticket', id: ticket.ticketId, version: ticket.version },
    ),
  ),
  about<facts.TicketDeleted>(TicketDeletedSchema, ({ ticketId: id }) => ({
    type: 'ticket',
    id,
    deleted: true,
  })),
  about<facts.PersonErased>(PersonErasedSchema, ({ ticketId: id, version }) => ({
    type: 'ticket',
    id,
    version,
  })),
  about<facts.PropertyFileSaved>(PropertyFileSavedSchema, ofFile),
  about<facts.NoticeGiven>(NoticeGivenSchema, ofTenant),
  about<facts.NoticeGiven>(NoticeWithdrawnSchema, ofTenant),
  about<facts.NoticeGiven>(TenantDepartedSchema, ofTenant),
  about<facts.NoticeGiven>(SharerEnteredSchema, ofTenant),
  about<facts.RentRevised>(RentRevisedSchema, ({ lease }) => ofLease(lease)),
  about<facts.AccountPosted>(
    AccountPostedSchema,
    ({ posting }) => posting && { type: 'account', id: posting.accountId },
  ),
  about<facts.CafNumberSet>(CafNumberSetSchema, ({ leaseId: id }) => ({ type: 'lease', id })),
  about<RegisterEntryMade>(RegisterEntryMadeSchema, ({ cardId, entry: made }) => entry(cardId, made?.number)),
  about<RegisterEntryAnnotated>(RegisterEntryAnnotatedSchema, ({ cardId, number }) => entry(cardId, number)),
];

const BY_TYPE = new Map(SUBJECTS.map(([schema, subject]) => [schema.typeName, { schema, subject }]));

/** Facts that change something for LSC. What LSC published itself is none. */
export const CHANGE_SCHEMAS: readonly DescMessage[] = SUBJECTS.map(([schema]) => schema);

export function changeOf({ meta, message }: HeardFact): Change | undefined {
  const known = BY_TYPE.get(meta.type);
  const subject = known?.subject(message as never);
  if (!known || !subject) return undefined;
  const { schema } = known;
  const line = { seq: meta.sequence, ...subject, fact: schema.name, at: meta.occurredAt.toISOString() };
  return subject.deleted ? line : { ...line, data: dataOf(schema, message) };
}

function dataOf(schema: DescMessage, message: Message): JsonObject {
  const { ticket, ...rest } = toJson(schema, message) as { ticket?: JsonObject } & JsonObject;
  if (ticket === undefined) return rest;
  const shown = Object.entries(ticket).filter(([name]) => !LEFT_OUT.includes(name));
  return { ticket: withoutDigicode(Object.fromEntries(shown)), ...rest };
}

function withoutDigicode(ticket: JsonObject): JsonObject {
  const { place } = ticket as { place?: JsonObject };
  return place ? { ...ticket, place: { ...place, digicode: '' } } : ticket;
}
