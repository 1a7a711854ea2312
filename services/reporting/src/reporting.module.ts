import { FilesModule } from '@intervia/files';
import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule, InboxModule, OutboxModule } from '@intervia/mongo';
import { HealthRegistry, Metrics, ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { BullmqWorkQueue } from './adapters/bullmq/bullmq-work-queue.js';
import { MongoReadModel } from './adapters/mongo/mongo-read-model.js';
import { RowPages } from './adapters/mongo/row-pages.js';
import {
  FACTS,
  MODEL,
  PAGE,
  ROW,
  factsSchema,
  modelSchema,
  pageSchema,
  rowSchema,
} from './adapters/mongo/read-model.schema.js';
import { FiguresController } from './adapters/nats/figures.controller.js';
import { NatsEventHistory } from './adapters/nats/nats-event-history.js';
import { NatsNeighbourhood } from './adapters/nats/nats-neighbourhood.js';
import { ReadModelController } from './adapters/nats/read-model.controller.js';
import { MeasureQuery } from './application/measure.query.js';
import { EventHistory } from './application/ports/event-history.js';
import { Neighbourhood } from './application/ports/neighbourhood.js';
import { ReadModel } from './application/ports/read-model.js';
import { WorkQueue } from './application/ports/work-queue.js';
import { RebuildReadModelHandler } from './application/rebuild-read-model.handler.js';
import { RequestRebuildHandler } from './application/request-rebuild.handler.js';
import { RequeueWorkHandler } from './application/requeue-work.handler.js';
import { ArchiveWorker } from './adapters/bullmq/archive-worker.js';
import { BullmqArchiveQueue } from './adapters/bullmq/bullmq-archive-queue.js';
import { NapiThumbnailMaker } from './adapters/images/napi-thumbnail-maker.js';
import { ARCHIVE, archiveSchema } from './adapters/mongo/archive.schema.js';
import { MongoArchives } from './adapters/mongo/mongo-archives.js';
import { NatsDossiers } from './adapters/nats/nats-dossiers.js';
import { ReportingController } from './adapters/nats/reporting.controller.js';
import { PdfSummaryRenderer } from './adapters/pdf/pdf-summary-renderer.js';
import { ZipArchivePacker } from './adapters/zip/zip-archive-packer.js';
import { BuildArchiveHandler } from './application/build-archive.handler.js';
import { DiscardArchiveHandler } from './application/discard-archive.handler.js';
import { EraseTicketHandler } from './application/erase-ticket.handler.js';
import { GetArchiveQuery } from './application/get-archive.query.js';
import { ArchiveQueue } from './application/ports/archive-queue.js';
import { Archives } from './application/ports/archives.js';
import { Dossiers } from './application/ports/dossiers.js';
import { ArchivePacker, SummaryRenderer, ThumbnailMaker } from './application/ports/renderers.js';
import { RequestArchiveHandler } from './application/request-archive.handler.js';
import { RequeueArchivesHandler } from './application/requeue-archives.handler.js';
import { SettleArchiveHandler } from './application/settle-archive.handler.js';
import { BuildReportHandler } from './application/reports/build-report.handler.js';
import { ReportsController } from './adapters/nats/reports.controller.js';
import { CARNET, REPORT, ReportRelay, carnetSchema, reportSchema } from './adapters/mongo/report.schema.js';
import { REPORT_PROVIDERS } from './report.providers.js';
import type { ReportingEnv } from './reporting.env.js';

export const SERVICE = 'reporting';

@Module({})
export class ReportingModule {
  static forRoot(env: ReportingEnv): DynamicModule {
    return {
      module: ReportingModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({ uri: env.MONGODB_URI, dbName: env.MONGODB_DB }),
        MongooseModule.forFeature([
          { name: ARCHIVE, schema: archiveSchema },
          { name: MODEL, schema: modelSchema },
          { name: FACTS, schema: factsSchema },
          { name: ROW, schema: rowSchema },
          { name: PAGE, schema: pageSchema },
          { name: REPORT, schema: reportSchema },
          { name: CARNET, schema: carnetSchema },
        ]),
        FilesModule.forRoot({ dir: env.FILES_DIR }),
        InboxModule.forRoot(),
        OutboxModule.forFeature(ARCHIVE),
        OutboxModule.forFeature(REPORT, ReportRelay),
      ],
      controllers: [ReportingController, ReadModelController, FiguresController, ReportsController],
      providers: [
        RequestArchiveHandler,
        DiscardArchiveHandler,
        EraseTicketHandler,
        BuildArchiveHandler,
        SettleArchiveHandler,
        RequeueArchivesHandler,
        GetArchiveQuery,
        MeasureQuery,
        RebuildReadModelHandler,
        RequestRebuildHandler,
        RequeueWorkHandler,
        ...REPORT_PROVIDERS,
        RowPages,
        { provide: ReadModel, useClass: MongoReadModel },
        { provide: Neighbourhood, useClass: NatsNeighbourhood },
        { provide: EventHistory, useClass: NatsEventHistory },
        { provide: WorkQueue, useFactory: () => new BullmqWorkQueue(env.REDIS_URL) },
        { provide: Archives, useClass: MongoArchives },
        { provide: Dossiers, useClass: NatsDossiers },
        { provide: SummaryRenderer, useClass: PdfSummaryRenderer },
        { provide: ArchivePacker, useClass: ZipArchivePacker },
        { provide: ThumbnailMaker, useClass: NapiThumbnailMaker },
        { provide: ArchiveQueue, useFactory: () => new BullmqArchiveQueue(env.REDIS_URL) },
        {
          provide: ArchiveWorker,
          inject: [
            BuildArchiveHandler,
            RebuildReadModelHandler,
            BuildReportHandler,
            RequeueArchivesHandler,
            RequeueWorkHandler,
            HealthRegistry,
            Metrics,
          ],
          useFactory: (
            build: BuildArchiveHandler,
            rebuild: RebuildReadModelHandler,
            report: BuildReportHandler,
            requeueArchives: RequeueArchivesHandler,
            requeueWork: RequeueWorkHandler,
            health: HealthRegistry,
            metrics: Metrics,
          ) =>
            new ArchiveWorker(
              env.REDIS_URL,
              { build, rebuild, report, requeueArchives, requeueWork },
              health,
              metrics,
            ),
        },
      ],
    };
  }
}
