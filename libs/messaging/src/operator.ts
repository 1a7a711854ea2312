/** What shapes the bus, without Nest: for the launcher and whoever else acts as the operator. */
export { durablesOf, ensureDurable } from './durables.js';
export type { Durable } from './durables.js';
export { ensureStreams } from './streams.js';
export { healthSubject, inboxPrefix } from './subjects.js';
