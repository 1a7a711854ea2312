import { BaseController } from './base/base.controller.js';
import { ChangeFeed } from './changes/change-feed.js';
import { ChangesController } from './changes/changes.controller.js';
import { Snapshot } from './changes/snapshot.js';
import { DeskController } from './desk/desk.controller.js';
import { TicketLinkController } from './desk/ticket-link.controller.js';
import { DeskUsers } from './desk/desk-users.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { OwnKeyController } from './own-key.controller.js';
import { ProgramGuard } from './program.guard.js';

/** What the LSC desktop calls, and where it is told. */
export const LSC_CONTROLLERS = [
  OwnKeyController,
  BaseController,
  ChangesController,
  DeskController,
  TicketLinkController,
  WebhooksController,
];

export const LSC_PROVIDERS = [ProgramGuard, ChangeFeed, Snapshot, DeskUsers];
