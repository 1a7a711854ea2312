export { bootTickets } from './boot.js';
export { TicketsEnv } from './tickets.env.js';
export { TicketsModule } from './tickets.module.js';
