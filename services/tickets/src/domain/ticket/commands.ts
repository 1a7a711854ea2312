import type { Asked, Identity } from '../values/asked.js';
import type { TicketDraft } from './draft.js';
import type { MissionCommand, RefuseAddresses } from '../mission/mission-commands.js';
import type { ModuleSettings } from '../settings/settings.js';
import type { TicketCommand } from './ticket-commands.js';

export interface OpenTicket extends Asked {
  readonly type: 'OpenTicket';
  readonly identity: Identity;
  readonly draft: TicketDraft;
  readonly settings: ModuleSettings;
}

export interface ImportTicket extends Asked {
  readonly type: 'ImportTicket';
  readonly identity: Identity;
  readonly draft: TicketDraft;
  readonly openedAt: Date;
  readonly closedAt: Date;
  readonly invoiceAmountCents: number;
}

/** What the sweep asks when a timer is due. */
export interface FireTimers {
  readonly type: 'FireTimers';
  readonly now: Date;
}

export type Command =
  OpenTicket | ImportTicket | MissionCommand | TicketCommand | FireTimers | RefuseAddresses;
