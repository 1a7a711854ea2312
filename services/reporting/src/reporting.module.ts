import { FilesModule } from '@intervia/files';
import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule, InboxModule, OutboxModule } from '@intervia/mongo';
import { HealthRegistry, ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
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
        MongooseModule.forFeature([{ name: ARCHIVE, schema: archiveSchema }]),
        FilesModule.forRoot({ dir: env.FILES_DIR }),
        InboxModule.forRoot(),
        OutboxModule.forFeature(ARCHIVE),
      ],
      controllers: [ReportingController],
      providers: [
        RequestArchiveHandler,
        DiscardArchiveHandler,
        EraseTicketHandler,
        BuildArchiveHandler,
        RequeueArchivesHandler,
        GetArchiveQuery,
        { provide: Archives, useClass: MongoArchives },
        { provide: Dossiers, useClass: NatsDossiers },
        { provide: SummaryRenderer, useClass: PdfSummaryRenderer },
        { provide: ArchivePacker, useClass: ZipArchivePacker },
        { provide: ThumbnailMaker, useClass: NapiThumbnailMaker },
        { provide: ArchiveQueue, useFactory: () => new BullmqArchiveQueue(env.REDIS_URL) },
        {
          provide: ArchiveWorker,
          inject: [BuildArchiveHandler, RequeueArchivesHandler, HealthRegistry],
          useFactory: (build: BuildArchiveHandler, requeue: RequeueArchivesHandler, health: HealthRegistry) =>
            new ArchiveWorker(env.REDIS_URL, build, requeue, health),
        },
      ],
    };
  }
}
