import type { DescMessage, Message } from '@bufbuild/protobuf';
import type { Module, TicketContext } from '@intervia/contracts';
import {
  ArchiveReadySchema,
  CompletionAskedSchema,
  CompletionReportedSchema,
  InvoiceReceivedSchema,
  InvoiceRequestedSchema,
  MessageFailedSchema,
  MessageSentSchema,
  NewInvoiceRequestedSchema,
  PresenceAnsweredSchema,
  PresenceAskedSchema,
  ReminderSentSchema,
  RemindersExhaustedSchema,
  TicketClosedSchema,
  TicketOpenedSchema,
  WorkOrderAcceptedSchema,
  WorkOrderRefusedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { FeedItem } from '@intervia/messaging';

/** What a screen is told: that something changed, not what; it reads again with its own rights. */
export interface LiveFact {
  readonly sequence: number;
  readonly agencyId: string;
  readonly ticketId: string;
  /** Absent when the event does not say. */
  readonly module?: Module;
  readonly event: 'ticket' | 'message' | 'archive';
  readonly data: Readonly<Record<string, string | number>>;
}

type Read = (item: FeedItem, schema: DescMessage) => LiveFact | undefined;

const READERS: readonly (readonly [DescMessage, Read])[] = [
  ...[
    TicketOpenedSchema,
    WorkOrderRequestedSchema,
    WorkOrderAcceptedSchema,
    WorkOrderRefusedSchema,
    ReminderSentSchema,
    RemindersExhaustedSchema,
    PresenceAskedSchema,
    PresenceAnsweredSchema,
    CompletionAskedSchema,
    CompletionReportedSchema,
    InvoiceRequestedSchema,
    InvoiceReceivedSchema,
    NewInvoiceRequestedSchema,
    TicketClosedSchema,
  ].map((schema: DescMessage) => [schema, ofTicket] as const),
  [MessageSentSchema, about('message')],
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
  const { ticketId, module, version } = ticket;
  const { sequence, agencyId } = meta;
  return {
    sequence,
    agencyId,
    ticketId,
    module,
    event: 'ticket',
    data: { ticketId, fact: schema.name, version },
  };
}

function about(event: 'message' | 'archive'): Read {
  return ({ meta: { sequence, agencyId }, message }) => {
    const { ticketId } = message as Message & { ticketId: string };
    return { sequence, agencyId, ticketId, event, data: { ticketId } };
  };
}
