import type { DescMessage, Message } from '@bufbuild/protobuf';
import type { TicketContext } from '@intervia/contracts';
import {
  ArchiveReadySchema,
  file_intervia_tickets_events_v1_events as ticketEvents,
  MessageDeliveredSchema,
  MessageFailedSchema,
  MessageSentSchema,
  TicketContextSchema,
  TicketDeletedSchema,
} from '@intervia/contracts';
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
  readonly event: 'ticket' | 'message' | 'archive';
  readonly data: Readonly<Record<string, string | number>>;
}

type Read = (item: FeedItem, schema: DescMessage) => LiveFact | undefined;

/** Facts that carry the context of their ticket: a new one is live as soon as the contract has it. */
const OF_TICKETS: readonly DescMessage[] = ticketEvents.messages.filter(
  ({ field }) => field['ticket']?.message === TicketContextSchema,
);

const READERS: readonly (readonly [DescMessage, Read])[] = [
  ...OF_TICKETS.map((schema) => [schema, ofTicket] as const),
  [TicketDeletedSchema, ofDeletion],
  [MessageSentSchema, about('message')],
  [MessageDeliveredSchema, about('message')],
  [MessageFailedSchema, about('message')],
  [ArchiveReadySchema, about('archive')],
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
