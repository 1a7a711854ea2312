import type { Provider, Type } from '@nestjs/common';
import { CareController } from './adapters/nats/care.controller.js';
import { DirectoryEventsController } from './adapters/nats/directory-events.controller.js';
import { ExchangesController } from './adapters/nats/exchanges.controller.js';
import { FollowUpsController } from './adapters/nats/follow-ups.controller.js';
import { PreTicketsController } from './adapters/nats/pre-tickets.controller.js';
import { PreviewController } from './adapters/nats/preview.controller.js';
import { SettingsController } from './adapters/nats/settings.controller.js';
import { AddNoteHandler } from './application/add-note.handler.js';
import { CancelPreTicketHandler } from './application/cancel-pre-ticket.handler.js';
import { ChangeManagerHandler } from './application/change-manager.handler.js';
import { ChangeReachHandler } from './application/change-reach.handler.js';
import { DeleteTicketHandler } from './application/delete-ticket.handler.js';
import { FollowUpsQuery } from './application/follow-ups.query.js';
import { PreviewTimersQuery } from './application/preview-timers.query.js';
import { GetModuleSettingsQuery } from './application/get-module-settings.query.js';
import { ImportVisitNotesHandler } from './application/import-visit-notes.handler.js';
import { InformThirdPartiesHandler } from './application/inform-third-parties.handler.js';
import { ListRequestsQuery } from './application/list-requests.query.js';
import { ListDeletionsQuery } from './application/list-deletions.query.js';
import { MoveStaffHandler } from './application/move-staff.handler.js';
import { NewTickets } from './application/new-tickets.js';
import { PostMessageHandler } from './application/post-message.handler.js';
import { RecordTimeSpentHandler } from './application/record-time-spent.handler.js';
import { ReopenTicketHandler } from './application/reopen-ticket.handler.js';
import { RequestTicketHandler } from './application/request-ticket.handler.js';
import { UpdateModuleSettingsHandler } from './application/update-module-settings.handler.js';
import { UpdateTicketHandler } from './application/update-ticket.handler.js';
import { ValidatePreTicketHandler } from './application/validate-pre-ticket.handler.js';

/** Pre-tickets, what surrounds the steps of the missions, the module's settings and the clients' follow-up. */
export const TICKET_USE_CASES: readonly Provider[] = [
  NewTickets,
  RequestTicketHandler,
  ImportVisitNotesHandler,
  ValidatePreTicketHandler,
  CancelPreTicketHandler,
  UpdateTicketHandler,
  ChangeReachHandler,
  ChangeManagerHandler,
  AddNoteHandler,
  PostMessageHandler,
  InformThirdPartiesHandler,
  RecordTimeSpentHandler,
  ReopenTicketHandler,
  DeleteTicketHandler,
  ListDeletionsQuery,
  GetModuleSettingsQuery,
  PreviewTimersQuery,
  UpdateModuleSettingsHandler,
  FollowUpsQuery,
  ListRequestsQuery,
  MoveStaffHandler,
];

export const TICKET_CONTROLLERS: readonly Type[] = [
  PreTicketsController,
  ExchangesController,
  CareController,
  SettingsController,
  PreviewController,
  FollowUpsController,
  DirectoryEventsController,
];
