import type { DescMessage, Message } from '@bufbuild/protobuf';
import type { ReportChanged, TicketContext } from '@intervia/contracts';
import {
  ArchiveReadySchema,
  enumName,
  file_intervia_tickets_events_v1_events as ticketEvents,
  MessageDeliveredSchema,
  MessageFailedSchema,
  MessageSentSchema,
  Module,
  ReportChangedSchema,
  TicketContextSchema,
  TicketDeletedSchema,
} from '@intervia/contracts';
import {
  DraftDeletedSchema,
  DraftEnteredSchema,
  DraftLeftSchema,
  DraftStepValidatedSchema,
  FilesMadeSchema,
  WizardSchema,
} from '@intervia/contracts/property';
import type { Wizard } from '@intervia/contracts/property';
import type { FeedItem } from '@intervia/messaging';
import type { SeenTicket } from '../tickets/ticket-access.js';

/** What a screen is told: that something changed, not what; it reads again with its own rights. */
export interface LiveFact {
  readonly sequence: number;
  readonly agencyId: string;
  readonly ticketId: string;
  /** What decides who is told; absent when the event does not say. */
  readonly ticket?: SeenTicket;
  /** Clients whom it concerns, by their keys. */
  readonly audience: readonly string[];
  /** Told to the whole agency: an id of what is no more. */
  readonly gone?: boolean;
  /** Not of a ticket: told to whoever sees this module. */
  readonly module?: Module;
  readonly event: 'ticket' | 'message' | 'archive' | 'draft' | 'report';
  readonly data: Readonly<Record<string, string | number>>;
}

type Read = (item: FeedItem, schema: DescMessage) => LiveFact | undefined;

/**
 * Facts that carry the context of their ticket: a new one is live as soon as the contract has it. A deletion carries one
 * only where a visit was ahead, and is told of any ticket.
 */
const OF_TICKETS: readonly DescMessage[] = ticketEvents.messages.filter(
  (schema) => schema.field['ticket']?.message === TicketContextSchema && schema !== TicketDeletedSchema,
);

const READERS: readonly (readonly [DescMessage, Read])[] = [
  ...OF_TICKETS.map((schema) => [schema, ofTicket] as const),
  [TicketDeletedSchema, ofDeletion],
  [MessageSentSchema, about('message')],
  [MessageDeliveredSchema, about('message')],
  [MessageFailedSchema, about('message')],
  [ArchiveReadySchema, about('archive')],
  [DraftStepValidatedSchema, ofDraft],
  [DraftEnteredSchema, ofDraft],
  [DraftLeftSchema, ofDraft],
  [DraftDeletedSchema, ofDraft],
  [FilesMadeSchema, ofDraft],
  [ReportChangedSchema, ofReport],
];

export const LIVE_SCHEMAS: readonly DescMessage[] = READERS.map(([schema]) => schema);

export function factOf(item: FeedItem): LiveFact | undefined {
  const [schema, read] = READERS.find(([{ typeName }]) => typeName === item.meta.type) ?? [];
  return schema && read?.(item, schema);
}

function ofTicket({ meta, message }: FeedItem, schema: DescMessage): LiveFact | undefined {
  const { ticket } = message as Message & { ticket?: TicketContext };
  if (!ticket) return undefined;
  const { ticketId, module, version, place, audience } = ticket;
  const { sequence, agencyId } = meta;
  return {
    sequence,
    agencyId,
    ticketId,
    ticket: { module, staffIds: place?.staffIds ?? [] },
    audience,
    event: 'ticket',
    data: { ticketId, fact: schema.name, version },
  };
}

function ofDeletion({ meta: { sequence, agencyId }, message }: FeedItem, { name }: DescMessage): LiveFact {
  const { ticketId } = message as Message & { ticketId: string };
  const data = { ticketId, fact: name };
  return { sequence, agencyId, ticketId, audience: [], gone: true, event: 'ticket', data };
}

function about(event: 'message' | 'archive'): Read {
  return ({ meta: { sequence, agencyId }, message }) => {
    const { ticketId } = message as Message & { ticketId: string };
    return { sequence, agencyId, ticketId, audience: [], event, data: { ticketId } };
  };
}

/** Of a draft of rental management: it appeared or changed, somebody came or went, it was deleted, or its files are there. */
function ofDraft({ meta: { sequence, agencyId }, message }: FeedItem, { name }: DescMessage): LiveFact {
  const { draftId, wizard } = message as Message & { draftId: string; wizard: Wizard };
  const data = { draftId, wizard: enumName(WizardSchema, wizard), fact: name };
  const of = { sequence, agencyId, ticketId: '', audience: [], module: Module.GERANCE };
  return { ...of, event: 'draft', data };
}

/** A report was asked for, goes on, ended, or was given to somebody. */
function ofReport({ meta: { sequence, agencyId }, message }: FeedItem): LiveFact {
  const { reportId, module, done, total } = message as ReportChanged;
  const of = { sequence, agencyId, ticketId: '', audience: [], module };
  return { ...of, event: 'report', data: { reportId, done, total } };
}
