import type { Provider, Type } from '@nestjs/common';
import { AdministrationController } from './adapters/nats/administration.controller.js';
import { DirectoryEventsController } from './adapters/nats/directory-events.controller.js';
import { NotificationEventsController } from './adapters/nats/notification-events.controller.js';
import { ExchangesController } from './adapters/nats/exchanges.controller.js';
import { FollowUpsController } from './adapters/nats/follow-ups.controller.js';
import { AsidesController } from './adapters/nats/asides.controller.js';
import { OwnViewsController } from './adapters/nats/own-views.controller.js';
import { PreTicketsController } from './adapters/nats/pre-tickets.controller.js';
import { PrivacyController } from './adapters/nats/privacy.controller.js';
import { PreviewController } from './adapters/nats/preview.controller.js';
import { SettingsController } from './adapters/nats/settings.controller.js';
import { AddNoteHandler } from './application/exchanges/add-note.handler.js';
import { CancelPreTicketHandler } from './application/opening/cancel-pre-ticket.handler.js';
import { ChangeManagerHandler } from './application/opening/change-manager.handler.js';
import { ChangeReachHandler } from './application/exchanges/change-reach.handler.js';
import { DeleteTicketHandler } from './application/opening/delete-ticket.handler.js';
import { FollowUpsQuery } from './application/reading/follow-ups.query.js';
import { PreviewTimersQuery } from './application/timers/preview-timers.query.js';
import { GetModuleSettingsQuery } from './application/settings/get-module-settings.query.js';
import { ImportVisitNotesHandler } from './application/opening/import-visit-notes.handler.js';
import { InformThirdPartiesHandler } from './application/exchanges/inform-third-parties.handler.js';
import { AsidesHandler } from './application/reading/asides.handler.js';
import { OwnViewsHandler } from './application/reading/own-views.handler.js';
import { OwnRequestsQuery } from './application/reading/own-requests.query.js';
import { AnchorHistoriesHandler } from './application/history/anchor-histories.handler.js';
import { VerifyHistoryQuery } from './application/history/verify-history.query.js';
import { ListEarlierQuery } from './application/reading/list-earlier.query.js';
import { ListDeletionsQuery } from './application/reading/list-deletions.query.js';
import { MoveStaffHandler } from './application/opening/move-staff.handler.js';
import { ErasePersonHandler } from './application/privacy/erase-person.handler.js';
import { ExportTicketOfPersonQuery } from './application/privacy/export-ticket-of-person.query.js';
import { FindTicketsOfPersonQuery } from './application/privacy/find-tickets-of-person.query.js';
import { RetentionOfTickets } from './application/privacy/retention.js';
import { NewTickets } from './application/running/new-tickets.js';
import { PostMessageHandler } from './application/exchanges/post-message.handler.js';
import { RecordTimeSpentHandler } from './application/reading/record-time-spent.handler.js';
import { ReopenTicketHandler } from './application/opening/reopen-ticket.handler.js';
import { RequestTicketHandler } from './application/opening/request-ticket.handler.js';
import { RefuseAddressesHandler } from './application/timers/refuse-addresses.handler.js';
import { UpdateModuleSettingsHandler } from './application/settings/update-module-settings.handler.js';
import { UpdateTicketHandler } from './application/opening/update-ticket.handler.js';
import { ValidatePreTicketHandler } from './application/opening/validate-pre-ticket.handler.js';

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
  ListEarlierQuery,
  AnchorHistoriesHandler,
  VerifyHistoryQuery,
  GetModuleSettingsQuery,
  PreviewTimersQuery,
  UpdateModuleSettingsHandler,
  FollowUpsQuery,
  OwnRequestsQuery,
  OwnViewsHandler,
  AsidesHandler,
  MoveStaffHandler,
  RefuseAddressesHandler,
  FindTicketsOfPersonQuery,
  ExportTicketOfPersonQuery,
  ErasePersonHandler,
  RetentionOfTickets,
];

export const TICKET_CONTROLLERS: readonly Type[] = [
  PreTicketsController,
  ExchangesController,
  AdministrationController,
  SettingsController,
  OwnViewsController,
  AsidesController,
  PreviewController,
  PrivacyController,
  FollowUpsController,
  DirectoryEventsController,
  NotificationEventsController,
];
