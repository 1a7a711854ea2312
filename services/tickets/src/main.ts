import 'reflect-metadata';
import { loadConfig } from '@intervia/config';
import { bootTickets } from './boot.js';
import { TicketsEnv } from './tickets.env.js';

await bootTickets(loadConfig(TicketsEnv));
