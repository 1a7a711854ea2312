import { CafEnv } from '@intervia/caf-bridge';
import { PortalEnv } from '@intervia/contractor-portal';
import { DirectoryEnv } from '@intervia/directory';
import { GatewayEnv } from '@intervia/gateway';
import { JestimoEnv } from '@intervia/jestimo-bridge';
import { NotificationsEnv } from '@intervia/notifications';
import { WizardsEnv } from '@intervia/property-wizards';
import { ReportingEnv } from '@intervia/reporting';
import { TicketsEnv } from '@intervia/tickets';
import type { ServiceName } from './launcher/services.js';

/** The environment that each service reads: what Compose and the chart must give. */
export const ENVIRONMENTS: Readonly<Record<ServiceName, new () => object>> = {
  directory: DirectoryEnv,
  tickets: TicketsEnv,
  notifications: NotificationsEnv,
  'contractor-portal': PortalEnv,
  reporting: ReportingEnv,
  'caf-bridge': CafEnv,
  'jestimo-bridge': JestimoEnv,
  'property-wizards': WizardsEnv,
  gateway: GatewayEnv,
};
