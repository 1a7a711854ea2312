import { Clock } from '@intervia/clock';
import { FilesModule } from '@intervia/files';
import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule, InboxModule } from '@intervia/mongo';
import { ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FsFolders } from './adapters/folders/fs-folders.js';
import { JsonLayouts } from './adapters/layouts/json-layouts.js';
import { MongoFileJournal, MongoRuns } from './adapters/mongo/mongo-files.js';
import { MongoLegalCases } from './adapters/mongo/mongo-legal-cases.js';
import { MongoPersonRecords } from './adapters/mongo/mongo-person-records.js';
import { MongoRadiations } from './adapters/mongo/mongo-radiations.js';
import { MongoSettings } from './adapters/mongo/mongo-settings.js';
import { MongoStatements } from './adapters/mongo/mongo-statements.js';
import { SCHEMAS } from './adapters/mongo/schemas.js';
import { CafFilesController } from './adapters/nats/caf-files.controller.js';
import { CafLegalController } from './adapters/nats/caf-legal.controller.js';
import { CafPrivacyController } from './adapters/nats/caf-privacy.controller.js';
import { CafSettingsController } from './adapters/nats/caf-settings.controller.js';
import { CafStatementsController } from './adapters/nats/caf-statements.controller.js';
import { NatsTenants } from './adapters/nats/nats-tenants.js';
import { TenantEventsController } from './adapters/nats/tenant-events.controller.js';
import { Sweeper } from './adapters/schedule/sweeper.js';
import { DropFileHandler } from './application/files/drop-file.handler.js';
import { MakeFile } from './application/files/make-file.js';
import { PreviewRowsQuery } from './application/files/preview-rows.query.js';
import { RowSource } from './application/files/row-source.js';
import { RunHandler } from './application/files/run.handler.js';
import { LegalHandler } from './application/legal/legal.handler.js';
import { ScanHandler } from './application/legal/scan.handler.js';
import { Folders } from './application/ports/folders.js';
import { Layouts } from './application/ports/layouts.js';
import { PersonRecords } from './application/ports/person-records.js';
import { Statements } from './application/ports/statements.js';
import { FileJournal, LegalCases, Radiations, Runs, SettingsStore } from './application/ports/stores.js';
import { Tenants } from './application/ports/tenants.js';
import { RecordFactHandler } from './application/radiations/record-fact.handler.js';
import { SendRadiationsHandler } from './application/radiations/send-radiations.handler.js';
import { SettingsHandler } from './application/settings/settings.handler.js';
import { AssignLineHandler } from './application/statements/assign-line.handler.js';
import { PaymentTwins } from './application/statements/payment-twins.js';
import { ImportStatementHandler } from './application/statements/import-statement.handler.js';
import { StatementFiles } from './application/statements/read-statement.js';
import { SelectLinesHandler } from './application/statements/select-lines.handler.js';
import { StatementTotals } from './application/statements/statement-totals.js';
import { ValidateStatementHandler } from './application/statements/validate-statement.handler.js';
import { WatchStatementsHandler } from './application/statements/watch-statements.handler.js';
import { SweepHandler } from './application/sweep.handler.js';
import type { CafEnv } from './caf.env.js';

export const SERVICE = 'caf-bridge';

@Module({})
export class CafModule {
  static forRoot(env: CafEnv): DynamicModule {
    return {
      module: CafModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({ uri: env.MONGODB_URI, dbName: env.MONGODB_DB }),
        MongooseModule.forFeature(SCHEMAS),
        FilesModule.forRoot({ dir: env.FILES_DIR }),
        InboxModule.forRoot(),
      ],
      controllers: [
        CafSettingsController,
        CafFilesController,
        CafLegalController,
        CafStatementsController,
        TenantEventsController,
        CafPrivacyController,
      ],
      providers: [
        ...[SettingsHandler, RowSource, MakeFile, RunHandler, DropFileHandler, PreviewRowsQuery],
        ...[RecordFactHandler, SendRadiationsHandler, ScanHandler, LegalHandler],
        ...[
          StatementFiles,
          StatementTotals,
          ImportStatementHandler,
          PaymentTwins,
          AssignLineHandler,
          SelectLinesHandler,
          ValidateStatementHandler,
        ],
        ...[WatchStatementsHandler, SweepHandler],
        { provide: Tenants, useClass: NatsTenants },
        { provide: SettingsStore, useClass: MongoSettings },
        { provide: Runs, useClass: MongoRuns },
        { provide: FileJournal, useClass: MongoFileJournal },
        { provide: Radiations, useClass: MongoRadiations },
        { provide: LegalCases, useClass: MongoLegalCases },
        { provide: Statements, useClass: MongoStatements },
        { provide: PersonRecords, useClass: MongoPersonRecords },
        { provide: Folders, useFactory: () => new FsFolders(env.CAF_FOLDERS_DIR) },
        { provide: Layouts, useFactory: () => new JsonLayouts(env.CAF_LAYOUTS_DIR) },
        {
          provide: Sweeper,
          inject: [SweepHandler, SendRadiationsHandler, WatchStatementsHandler, Clock],
          useFactory: (
            sweep: SweepHandler,
            radiations: SendRadiationsHandler,
            folder: WatchStatementsHandler,
            clock: Clock,
          ) => new Sweeper(sweep, radiations, folder, clock),
        },
      ],
    };
  }
}
