export { bootTickets } from './boot.js';
export { migrateTickets } from './migrate-tickets.js';
export { TicketsEnv } from './tickets.env.js';
export { TicketsModule } from './tickets.module.js';
export { verifyHistories } from './verify-histories.js';
export type { Breach } from './verify-histories.js';
