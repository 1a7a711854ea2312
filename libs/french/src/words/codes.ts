import type {
  ActorKind,
  Channel,
  CorrespondentRole,
  Delivery,
  DocumentKind,
  Module,
  PresenceAnswer,
  Source,
  Status,
  TicketFact,
  TicketType,
  TimerKind,
  Visibility,
} from '@intervia/contracts';

/** Names of a contract's enum, as the API writes them: without prefix, and without "not set". */
type Code<Enum> = Exclude<keyof Enum, 'UNSPECIFIED'>;

export type ActorCode = Code<typeof ActorKind>;
export type ChannelCode = Code<typeof Channel>;
export type CorrespondentCode = Code<typeof CorrespondentRole>;
export type DeliveryCode = Code<typeof Delivery>;
export type DocumentCode = Code<typeof DocumentKind>;
export type ModuleCode = Code<typeof Module>;
export type PresenceCode = Code<typeof PresenceAnswer>;
export type SourceCode = Code<typeof Source>;
export type StatusCode = Code<typeof Status>;
export type TimerCode = Code<typeof TimerKind>;
export type TypeCode = Code<typeof TicketType>;
export type VisibilityCode = Code<typeof Visibility>;

/**
 * What history may tell: the facts of a ticket; that it was taken over from another system; an attempt that was refused.
 * Of a deleted ticket nothing is told, nor that somebody was struck out.
 */
export type FactCode =
  Exclude<TicketFact, 'TicketDeleted' | 'PersonErased'> | 'TicketImported' | 'ActionRefused';
