import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule, InboxModule, OutboxModule } from '@intervia/mongo';
import { ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ScheduleModule } from '@nestjs/schedule';
import { RandomIds } from './adapters/crypto/random-ids.js';
import { SanitizedHtml } from './adapters/html/sanitized-html.js';
import { ClientTicketRepository } from './adapters/mongo/lists/client-ticket.repository.js';
import { DueTicketRepository } from './adapters/mongo/due-ticket.repository.js';
import { TICKET_MIGRATIONS } from './adapters/mongo/migrations.js';
import { TicketListRepository } from './adapters/mongo/lists/ticket-list.repository.js';
import { PersonTicketsRepository } from './adapters/mongo/person-tickets.repository.js';
import { RETENTION, RetentionRepository, retentionSchema } from './adapters/mongo/retention.repository.js';
import { DailyRetention } from './adapters/schedule/daily-retention.js';
import { PersonTickets } from './application/ports/person-tickets.js';
import { Retentions } from './application/ports/retentions.js';
import { ASIDES, AsidesRepository, asidesSchema } from './adapters/mongo/settings/asides.repository.js';
import {
  OWN_VIEWS,
  OwnViewsRepository,
  ownViewsSchema,
} from './adapters/mongo/settings/own-views.repository.js';
import { SettingsRepository } from './adapters/mongo/settings/settings.repository.js';
import { SETTINGS, settingsSchema } from './adapters/mongo/settings/settings.schema.js';
import { TICKET_NUMBER, ticketNumberSchema } from './adapters/mongo/numbers/ticket-number.schema.js';
import { TICKET_PAGE, ticketPageSchema } from './adapters/mongo/ticket/ticket-page.schema.js';
import { FileAnchors } from './adapters/files/file-anchors.js';
import { HistoryHeadsRepository } from './adapters/mongo/ticket/history-heads.repository.js';
import { DailyAnchor } from './adapters/schedule/daily-anchor.js';
import { Anchors, HistoryHeads } from './application/ports/anchors.js';
import { HistoryKey } from './application/running/chain-history.js';
import { TicketPages } from './adapters/mongo/ticket/ticket-pages.js';
import { TicketNumbers } from './adapters/mongo/numbers/ticket-numbers.js';
import { TicketRepository } from './adapters/mongo/ticket/ticket.repository.js';
import { TICKET, ticketSchema } from './adapters/mongo/ticket/ticket.schema.js';
import { TombstoneRepository } from './adapters/mongo/tombstone.repository.js';
import { ProtoFacts } from './adapters/nats/facts/proto-facts.js';
import { TicketsController } from './adapters/nats/tickets.controller.js';
import { TimerLag } from './adapters/mongo/timer-lag.js';
import { TimerSweep } from './adapters/schedule/timer-sweep.js';
import { CloseTicketHandler } from './application/opening/close-ticket.handler.js';
import { CommandRunner } from './application/running/command-runner.js';
import { DueAlarm } from './application/timers/due-alarm.js';
import { FireDueTimersHandler } from './application/timers/fire-due-timers.handler.js';
import { GetTicketHeadQuery } from './application/reading/get-ticket-head.query.js';
import { GetTicketQuery } from './application/reading/get-ticket.query.js';
import { ImportLivesHandler } from './application/opening/import-lives.handler.js';
import { ImportTicketsHandler } from './application/opening/import-tickets.handler.js';
import { ListTicketsQuery } from './application/reading/list-tickets.query.js';
import { MarkReadHandler } from './application/reading/mark-read.handler.js';
import { OpenTicketHandler } from './application/opening/open-ticket.handler.js';
import { ClientTickets } from './application/ports/client-tickets.js';
import { DueTickets } from './application/ports/due-tickets.js';
import { Facts } from './application/ports/facts.js';
import { Ids } from './application/ports/ids.js';
import { Asides } from './application/ports/asides.js';
import { OwnViews } from './application/ports/own-views.js';
import { RichText } from './application/ports/rich-text.js';
import { Settings } from './application/ports/settings.js';
import { TicketList } from './application/ports/ticket-list.js';
import { Tickets } from './application/ports/tickets.js';
import { Tombstones } from './application/ports/tombstones.js';
import { TicketChanges } from './application/running/ticket-changes.js';
import { MISSION_CONTROLLERS, MISSION_USE_CASES } from './mission-features.js';
import { TICKET_CONTROLLERS, TICKET_USE_CASES } from './ticket-features.js';
import type { TicketsEnv } from './tickets.env.js';

const SERVICE = 'tickets';

const useCases = [
  ...MISSION_USE_CASES,
  ...TICKET_USE_CASES,
  TicketChanges,
  CommandRunner,
  OpenTicketHandler,
  ImportTicketsHandler,
  ImportLivesHandler,
  CloseTicketHandler,
  MarkReadHandler,
  FireDueTimersHandler,
  DueAlarm,
  GetTicketQuery,
  GetTicketHeadQuery,
  ListTicketsQuery,
];

const adapters = [
  { provide: Tickets, useClass: TicketRepository },
  TicketNumbers,
  TicketPages,
  { provide: HistoryHeads, useClass: HistoryHeadsRepository },
  DailyAnchor,
  { provide: Tombstones, useClass: TombstoneRepository },
  { provide: PersonTickets, useClass: PersonTicketsRepository },
  { provide: Retentions, useClass: RetentionRepository },
  DailyRetention,
  { provide: ClientTickets, useClass: ClientTicketRepository },
  { provide: Settings, useClass: SettingsRepository },
  { provide: OwnViews, useClass: OwnViewsRepository },
  { provide: Asides, useClass: AsidesRepository },
  { provide: RichText, useClass: SanitizedHtml },
  { provide: DueTickets, useClass: DueTicketRepository },
  { provide: TicketList, useClass: TicketListRepository },
  { provide: Facts, useClass: ProtoFacts },
  { provide: Ids, useClass: RandomIds },
  TimerSweep,
  TimerLag,
];

@Module({})
export class TicketsModule {
  static forRoot(env: TicketsEnv): DynamicModule {
    return {
      module: TicketsModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({
          uri: env.MONGODB_URI,
          dbName: env.MONGODB_DB,
          migrations: TICKET_MIGRATIONS,
        }),
        MongooseModule.forFeature([
          { name: TICKET, schema: ticketSchema },
          { name: TICKET_PAGE, schema: ticketPageSchema },
          { name: TICKET_NUMBER, schema: ticketNumberSchema },
          { name: SETTINGS, schema: settingsSchema },
          { name: OWN_VIEWS, schema: ownViewsSchema },
          { name: ASIDES, schema: asidesSchema },
          { name: RETENTION, schema: retentionSchema },
        ]),
        InboxModule.forRoot(),
        OutboxModule.forFeature(TICKET),
        ScheduleModule.forRoot(),
      ],
      controllers: [TicketsController, ...MISSION_CONTROLLERS, ...TICKET_CONTROLLERS],
      providers: [
        ...useCases,
        ...adapters,
        { provide: HistoryKey, useValue: new HistoryKey(env.HISTORY_KEY) },
        { provide: Anchors, useValue: new FileAnchors(env.ANCHORS_DIR, env.HISTORY_KEY) },
      ],
    };
  }
}
