/** What shapes the bus, without Nest: for the launcher and whoever else acts as the operator. */
export { durablesOf, ensureDurable } from './events/durables.js';
export type { Durable } from './events/durables.js';
export { ensureStreams } from './events/streams.js';
export { healthSubject, inboxPrefix, replayRequests } from './subjects.js';
