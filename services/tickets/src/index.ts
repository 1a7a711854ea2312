export { TICKET_MIGRATIONS } from './adapters/mongo/migrations.js';
export { bootTickets } from './boot.js';
export { TicketsEnv } from './tickets.env.js';
export { TicketsModule } from './tickets.module.js';
export { verifyHistories } from './verify-histories.js';
export type { Breach } from './verify-histories.js';
