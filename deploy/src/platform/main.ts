import { bootCaf, CafEnv } from '@intervia/caf-bridge';
import { bootPortal, PortalEnv } from '@intervia/contractor-portal';
import { loadConfig } from '@intervia/config';
import { bootDirectory, DirectoryEnv } from '@intervia/directory';
import { bootGateway, GatewayEnv } from '@intervia/gateway';
import { bootJestimo, JestimoEnv } from '@intervia/jestimo-bridge';
import { bootNotifications, NotificationsEnv } from '@intervia/notifications';
import { bootWizards, WizardsEnv } from '@intervia/property-wizards';
import { bootReporting, ReportingEnv } from '@intervia/reporting';
import { bootTickets, TicketsEnv } from '@intervia/tickets';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { giveBackWhenIdle } from './idle-memory.js';

/**
 * Every service in this one process, for a small machine. They still speak over NATS and share nothing:
 * splitting them later changes no code.
 */
const environments = JSON.parse(process.env['SERVICE_ENVS'] ?? '{}') as Record<string, NodeJS.ProcessEnv>;

/** What is loaded above takes longer than bus and stores take to come up: they come up meanwhile. */
const LOOK_MS = 20;
const { BOOT_WHEN } = process.env;
while (BOOT_WHEN && !existsSync(BOOT_WHEN)) await delay(LOOK_MS);

await Promise.all([
  bootDirectory(loadConfig(DirectoryEnv, environments['directory'])),
  bootTickets(loadConfig(TicketsEnv, environments['tickets'])),
  bootNotifications(loadConfig(NotificationsEnv, environments['notifications'])),
  bootPortal(loadConfig(PortalEnv, environments['contractor-portal'])),
  bootReporting(loadConfig(ReportingEnv, environments['reporting'])),
  bootCaf(loadConfig(CafEnv, environments['caf-bridge'])),
  bootJestimo(loadConfig(JestimoEnv, environments['jestimo-bridge'])),
  bootWizards(loadConfig(WizardsEnv, environments['property-wizards'])),
  bootGateway(loadConfig(GatewayEnv, environments['gateway'])),
]);

giveBackWhenIdle();
