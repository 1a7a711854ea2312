export { DatabaseModule } from './database.module.js';
export type { DatabaseOptions } from './database.module.js';
export { Inbox } from './inbox.js';
export { InboxModule } from './inbox.module.js';
export { outboxDefinition, outboxFields, pushToOutbox, toOutboxEntry } from './outbox.js';
export type { OutboxEntry, OutboxFields } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export { OutboxRelay } from './outbox-relay.js';
export { VersionConflict, retryOnConflict } from './version-conflict.js';
