/** A user of the bus: who it is, and the little it may do there. */
export interface BusUser {
  readonly name: string;
  /** Where its code is: the RPCs it may call are those that it calls. */
  readonly sources: string;
  /** `rpc.intervia.<speaks>.>` is its to answer, `evt.intervia.<speaks>.>` to publish. */
  readonly speaks?: string;
  /** Proto packages of the events it handles, each through a durable of its own. */
  readonly follows?: readonly string[];
  /** Reads every event, for live screens and read models. */
  readonly watches?: boolean;
  /** Reads and forgets the events that services gave up on. */
  readonly keepsLetters?: boolean;
}

const TICKETS = 'intervia.tickets.events.v1';
const NOTIFICATIONS = 'intervia.notifications.events.v1';
const DIRECTORY = 'intervia.directory.events.v1';

/** The one table from which the permissions of the bus are made: `npm run nats` writes deploy/nats/users.conf. */
export const BUS_USERS: readonly BusUser[] = [
  { name: 'directory', sources: 'services/directory/src', speaks: 'directory' },
  {
    name: 'tickets',
    sources: 'services/tickets/src',
    speaks: 'tickets',
    follows: [DIRECTORY, NOTIFICATIONS],
  },
  {
    name: 'notifications',
    sources: 'services/notifications/src',
    speaks: 'notifications',
    follows: [TICKETS],
    // Webhooks tell what the change feed tells.
    watches: true,
    keepsLetters: true,
  },
  { name: 'contractor-portal', sources: 'services/contractor-portal/src', speaks: 'portal' },
  {
    name: 'reporting',
    sources: 'services/reporting/src',
    speaks: 'reporting',
    follows: [TICKETS, DIRECTORY, NOTIFICATIONS],
    // A read model is made anew from the facts that are kept.
    watches: true,
  },
  { name: 'property-wizards', sources: 'services/property-wizards/src', speaks: 'property' },
  { name: 'caf-bridge', sources: 'services/caf-bridge/src', speaks: 'caf', follows: [DIRECTORY] },
  { name: 'jestimo-bridge', sources: 'services/jestimo-bridge/src', speaks: 'jestimo' },
  { name: 'gateway', sources: 'gateway/src', watches: true },
];

/** Shapes streams and durables, moves the clock of a demo, publishes as LSC would. */
export const OPERATOR = 'operator' as const;

export const passwordVariable = (user: string): string =>
  `NATS_PASSWORD_${user.toUpperCase().replaceAll('-', '_')}`;
