import type * as events from './gen/intervia/tickets/events/v1/events_pb.js';

type MessageName = {
  [Name in keyof typeof events]: Name extends `${infer Message}Schema` ? Message : never;
}[keyof typeof events];

/** What may happen to a ticket: the events of the contract, by name. Contexts are parts of events; an import happened elsewhere. */
export type TicketFact = Exclude<
  MessageName,
  'TicketContext' | 'MissionContext' | 'LivedFact' | 'TicketImported'
>;
