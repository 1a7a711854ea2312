import { Clock } from '@intervia/clock';
import { FilesModule } from '@intervia/files';
import { EventPublisher, MessagingModule } from '@intervia/messaging';
import { DatabaseModule, OutboxRelay } from '@intervia/mongo';
import type { OutboxFields } from '@intervia/mongo';
import { ObservabilityModule } from '@intervia/observability';
import type { DynamicModule, Provider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule, getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { NodeIdentifiers } from './adapters/crypto/node-identifiers.js';
import { LibraryFormats } from './adapters/formats/library-formats.js';
import { DRAFT, draftSchema } from './adapters/mongo/draft.schema.js';
import { INDEX_QUARTER, indexQuarterSchema } from './adapters/mongo/index-quarter.schema.js';
import { MongoDrafts } from './adapters/mongo/mongo-drafts.js';
import { MongoIndexTable } from './adapters/mongo/mongo-index-table.js';
import { MongoPersonDrafts } from './adapters/mongo/mongo-person-drafts.js';
import { MongoRegisterBook } from './adapters/mongo/mongo-register-book.js';
import { REACHED, RECORD, reachedSchema, recordSchema } from './adapters/mongo/register.schema.js';
import { DRAFT_RELAY, INDEX_RELAY, REGISTER_RELAY } from './adapters/mongo/relays.js';
import { DraftsController } from './adapters/nats/drafts.controller.js';
import { NatsPropertyFiles } from './adapters/nats/nats-property-files.js';
import { PrivacyController } from './adapters/nats/privacy.controller.js';
import { RegisterController } from './adapters/nats/register.controller.js';
import { RulesController } from './adapters/nats/rules.controller.js';
import { SharersController } from './adapters/nats/sharers.controller.js';
import { DocumentRegisterPrinter } from './adapters/pdf/document-register-printer.js';
import { SaveSweep } from './adapters/time/save-sweep.js';
import { DraftsHandler } from './application/drafts/drafts.handler.js';
import { ReadKnown } from './application/drafts/read-known.js';
import { SaveStepHandler } from './application/drafts/save-step.handler.js';
import { Drafts } from './application/ports/drafts.js';
import { FormatChecks } from './application/ports/formats.js';
import { Identifiers } from './application/ports/identifiers.js';
import { IndexTable } from './application/ports/index-table.js';
import { PersonDrafts } from './application/ports/person-drafts.js';
import { PropertyFiles } from './application/ports/property-files.js';
import { RegisterBook } from './application/ports/register-book.js';
import { RuleSettings } from './application/ports/rule-settings.js';
import { RegisterPrinter } from './application/ports/register-printer.js';
import { PersonHandler } from './application/privacy/person.handler.js';
import { RegisterHandler } from './application/register/register.handler.js';
import { RulesHandler } from './application/rules/rules.handler.js';
import { FinalSaveHandler } from './application/save/final-save.handler.js';
import { ResumeSavesHandler } from './application/save/resume-saves.handler.js';
import { SagaRunner } from './application/save/saga-runner.js';
import { EnterSharerHandler } from './application/sharers/enter-sharer.handler.js';
import type { WizardsEnv } from './wizards.env.js';

export const SERVICE = 'property-wizards';

const relay = (token: symbol, modelName: string): Provider => ({
  provide: token,
  inject: [getConnectionToken(), EventPublisher, Clock],
  useFactory: (connection: Connection, publisher: EventPublisher, clock: Clock) =>
    new OutboxRelay(() => connection.model<OutboxFields>(modelName), publisher, clock),
});

@Module({})
export class WizardsModule {
  static forRoot(env: WizardsEnv): DynamicModule {
    return {
      module: WizardsModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({ uri: env.MONGODB_URI, dbName: env.MONGODB_DB }),
        MongooseModule.forFeature([
          { name: DRAFT, schema: draftSchema },
          { name: RECORD, schema: recordSchema },
          { name: REACHED, schema: reachedSchema },
          { name: INDEX_QUARTER, schema: indexQuarterSchema },
        ]),
        FilesModule.forRoot({ dir: env.FILES_DIR }),
      ],
      controllers: [
        DraftsController,
        RegisterController,
        RulesController,
        SharersController,
        PrivacyController,
      ],
      providers: [
        DraftsHandler,
        SaveStepHandler,
        ReadKnown,
        FinalSaveHandler,
        ResumeSavesHandler,
        SagaRunner,
        EnterSharerHandler,
        RegisterHandler,
        RulesHandler,
        PersonHandler,
        SaveSweep,
        relay(DRAFT_RELAY, DRAFT),
        relay(REGISTER_RELAY, RECORD),
        relay(INDEX_RELAY, INDEX_QUARTER),
        { provide: Drafts, useClass: MongoDrafts },
        { provide: RegisterBook, useClass: MongoRegisterBook },
        { provide: PersonDrafts, useClass: MongoPersonDrafts },
        { provide: IndexTable, useClass: MongoIndexTable },
        { provide: PropertyFiles, useClass: NatsPropertyFiles },
        { provide: Identifiers, useClass: NodeIdentifiers },
        { provide: FormatChecks, useClass: LibraryFormats },
        {
          provide: RuleSettings,
          useValue: { rentControl: env.RENT_CONTROL === 'on' } satisfies RuleSettings,
        },
        { provide: RegisterPrinter, useClass: DocumentRegisterPrinter },
      ],
    };
  }
}
