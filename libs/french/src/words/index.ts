export { ACTORS, AGREEMENT_MEANS, APPROVALS, FACTS, PRESENCES, TIMERS, UPDATED_FIELDS } from './history.js';
export { OPTION_CHANGES, OPTION_WORDS } from './options.js';
export { CHANNELS, CORRESPONDENT_ROLES, DELIVERIES } from './people.js';
export { DOCUMENT_KINDS, MODULES, SOURCES, STATUSES, TYPES, VISIBILITIES } from './tickets.js';
export type {
  ActorCode,
  ChannelCode,
  DeliveryCode,
  DocumentCode,
  FactCode,
  ModuleCode,
  PresenceCode,
  SourceCode,
  StatusCode,
  TimerCode,
  TypeCode,
} from './codes.js';
