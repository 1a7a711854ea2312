import { FilesModule } from '@intervia/files';
import { MessagingModule } from '@intervia/messaging';
import { DiskSpace, ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ClientAccountController, StaffAccountController } from './account/account-controllers.js';
import {
  ClientSecondFactorController,
  StaffSecondFactorController,
} from './account/second-factor-controllers.js';
import { ApiKeysController } from './account/api-keys.controller.js';
import { LSC_CONTROLLERS, LSC_PROVIDERS } from './lsc/lsc-parts.js';
import { AccessController } from './account/access.controller.js';
import { SecurityController } from './account/security.controller.js';
import { CAF_CONTROLLERS } from './caf/caf-parts.js';
import { ClientController } from './client/client.controller.js';
import { ClientRequestsController } from './client/client-requests.controller.js';
import { ClientScopes } from './client/client-scopes.js';
import { ClientSessionController } from './client/client-session.controller.js';
import { FollowUpSetting } from './client/follow-up-setting.js';
import { AlertPreferenceController } from './delivery/alert-preference.controller.js';
import { ChannelsController } from './delivery/channels.controller.js';
import { DeadLettersController } from './delivery/dead-letters.controller.js';
import { ReviewsController } from './delivery/reviews.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { Groups } from './directory/groups.js';
import { Places } from './directory/places.js';
import { Users } from './directory/users.js';
import { ClientEventsController } from './events/client-events.controller.js';
import { ClientWindows } from './events/client-windows.js';
import { EventsController } from './events/events.controller.js';
import { JESTIMO_CONTROLLERS } from './jestimo/jestimo-parts.js';
import { LiveHub } from './events/live-hub.js';
import { ExportController } from './export/export.controller.js';
import { CarnetsController } from './reports/carnets.controller.js';
import { FiguresController } from './reports/figures.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { ClientReportsController } from './client/client-reports.controller.js';
import { GatewayEnv } from './gateway.env.js';
import { ProblemFilter } from './server/problem.filter.js';
import { requestValidation } from './http/validation.pipe.js';
import { WebFiles } from './server/web-files.js';
import { WebController } from './server/web.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { WatchedHealth } from './operations/watched-health.js';
import { ShutdownGrace } from './operations/shutdown-grace.js';
import { PortalController } from './portal/portal.controller.js';
import { PersonalData } from './privacy/personal-data.js';
import { PrivacyController } from './privacy/privacy.controller.js';
import { PROPERTY_CONTROLLERS, PROPERTY_PROVIDERS } from './property/property-parts.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { SecurityTrail } from './session/security-trail.js';
import { SessionCookies } from './session/cookie.js';
import { SessionController } from './session/session.controller.js';
import { SessionGuard } from './session/session.guard.js';
import { Sessions } from './session/sessions.js';
import { SettingsController } from './settings/settings.controller.js';
import { SimulationController } from './templates/simulation.controller.js';
import { TemplatesController } from './templates/templates.controller.js';
import { AppointmentsController } from './tickets/steps/appointments.controller.js';
import { BulkController } from './tickets/list/bulk.controller.js';
import { AsidesController } from './tickets/list/asides.controller.js';
import { OwnViewsController } from './tickets/list/own-views.controller.js';
import { Commands } from './tickets/command.js';
import { Documents } from './uploads/documents.js';
import { DraftOfTicket } from './tickets/opening/draft-of-ticket.js';
import { ExchangeController } from './tickets/people/exchange.controller.js';
import { LinksController } from './tickets/people/links.controller.js';
import { LifeController } from './tickets/steps/life.controller.js';
import { PeopleOfTicket, PeopleReaders } from './tickets/people/people-of-ticket.js';
import { QuotesController } from './tickets/steps/quotes.controller.js';
import { RequestsController } from './tickets/opening/requests.controller.js';
import { TicketAccess } from './tickets/ticket-access.js';
import { TicketDocumentsController } from './tickets/ticket-documents.controller.js';
import { TicketsController } from './tickets/opening/tickets.controller.js';
import { WorkController } from './tickets/steps/work.controller.js';
import { UploadSweep } from './uploads/upload-sweep.js';
import { Uploads } from './uploads/uploads.js';
import { UploadsController } from './uploads/uploads.controller.js';

@Module({})
export class GatewayModule {
  static forRoot(env: GatewayEnv): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        MessagingModule.forService('gateway', env),
        FilesModule.forRoot({ dir: env.FILES_DIR, clamd: env.CLAMD }),
        ObservabilityModule.forRoot({ service: 'gateway', healthPort: env.HEALTH_PORT }),
      ],
      controllers: [
        SessionController,
        StaffAccountController,
        StaffSecondFactorController,
        ClientAccountController,
        ClientSecondFactorController,
        AccessController,
        SecurityController,
        ApiKeysController,
        PrivacyController,
        DirectoryController,
        TicketsController,
        BulkController,
        OwnViewsController,
        AsidesController,
        ExportController,
        FiguresController,
        ReportsController,
        CarnetsController,
        WorkController,
        QuotesController,
        AppointmentsController,
        ExchangeController,
        LinksController,
        LifeController,
        RequestsController,
        SettingsController,
        ClientSessionController,
        ClientController,
        ClientRequestsController,
        ClientReportsController,
        ClientEventsController,
        TemplatesController,
        SimulationController,
        ChannelsController,
        ReviewsController,
        AlertPreferenceController,
        DeadLettersController,
        TicketDocumentsController,
        UploadsController,
        EventsController,
        PortalController,
        OperationsController,
        ReceiptsController,
        ...PROPERTY_CONTROLLERS,
        ...CAF_CONTROLLERS,
        ...JESTIMO_CONTROLLERS,
        ...LSC_CONTROLLERS,
        WebController,
      ],
      providers: [
        { provide: GatewayEnv, useValue: env },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useFactory: requestValidation },
        Sessions,
        SessionCookies,
        SecurityTrail,
        PersonalData,
        Places,
        Users,
        Groups,
        Documents,
        FollowUpSetting,
        ClientScopes,
        ClientWindows,
        DraftOfTicket,
        PeopleOfTicket,
        PeopleReaders,
        Commands,
        Uploads,
        UploadSweep,
        TicketAccess,
        LiveHub,
        ...PROPERTY_PROVIDERS,
        ...LSC_PROVIDERS,
        WebFiles,
        ShutdownGrace,
        WatchedHealth,
        {
          provide: DiskSpace,
          useFactory: () => new DiskSpace({ folder: env.FILES_DIR, minFreeMb: env.MIN_FREE_MB }),
        },
      ],
    };
  }
}
