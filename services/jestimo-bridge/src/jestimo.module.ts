import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule } from '@intervia/mongo';
import { ObservabilityModule } from '@intervia/observability';
import { OutsideHosts, OutsideHttp } from '@intervia/outside';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ScheduleModule } from '@nestjs/schedule';
import { FileCommunes } from './adapters/communes/file-communes.js';
import { AesSecrets } from './adapters/crypto/aes-secrets.js';
import { GeoplateformeGeocoder } from './adapters/geocoder/geoplateforme.js';
import { AccountRepository } from './adapters/mongo/account.repository.js';
import { EstimateRepository } from './adapters/mongo/estimate.repository.js';
import { FeedRepository } from './adapters/mongo/feed.repository.js';
import { SCHEMAS } from './adapters/mongo/schemas.js';
import { SendingRepository } from './adapters/mongo/sending.repository.js';
import { SentRecordRepository } from './adapters/mongo/sent-record.repository.js';
import { EstimatesController } from './adapters/nats/estimates.controller.js';
import { FeedsController } from './adapters/nats/feeds.controller.js';
import { PrivacyController } from './adapters/nats/privacy.controller.js';
import { NatsBase } from './adapters/nats/nats-base.js';
import { HttpPartner } from './adapters/partner/http-partner.js';
import { readPartnerConfig } from './adapters/partner/partner-config.js';
import { FeedSweep } from './adapters/schedule/feed-sweep.js';
import { AccountsHandler } from './application/accounts/accounts.handler.js';
import { EstimateUnitHandler } from './application/estimates/estimate-unit.handler.js';
import { DeliverSendings } from './application/feed/deliver-sendings.js';
import { FeedSettingsHandler } from './application/feed/feed-settings.handler.js';
import { FeedSweepHandler } from './application/feed/feed-sweep.handler.js';
import { PrepareSendings } from './application/feed/prepare-sendings.js';
import { Base } from './application/ports/base.js';
import { EstimationProvider } from './application/ports/partner.js';
import { Communes, Geocoder } from './application/ports/places.js';
import { SealedSecrets } from './application/ports/sealed-secrets.js';
import { Accounts, Estimates, Feeds, Sendings, SentRecords } from './application/ports/stores.js';
import { Positions } from './application/positions.js';
import type { JestimoEnv } from './jestimo.env.js';

export const SERVICE = 'jestimo-bridge';

@Module({})
export class JestimoModule {
  static forRoot(env: JestimoEnv): DynamicModule {
    const hosts = new OutsideHosts(env.OUTSIDE_ALLOWED);
    const http = new OutsideHttp(hosts);
    const partner = new HttpPartner({
      ...{ url: env.JESTIMO_URL, config: readPartnerConfig(env.JESTIMO_CONFIG), http },
      allowsPlain: (host) => hosts.allows(host),
    });
    return {
      module: JestimoModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({ uri: env.MONGODB_URI, dbName: env.MONGODB_DB }),
        MongooseModule.forFeature(SCHEMAS),
        ScheduleModule.forRoot(),
      ],
      controllers: [EstimatesController, FeedsController, PrivacyController],
      providers: [
        ...[AccountsHandler, Positions, EstimateUnitHandler],
        ...[FeedSettingsHandler, PrepareSendings, DeliverSendings, FeedSweepHandler, FeedSweep],
        { provide: Base, useClass: NatsBase },
        { provide: Accounts, useClass: AccountRepository },
        { provide: Estimates, useClass: EstimateRepository },
        { provide: Feeds, useClass: FeedRepository },
        { provide: Sendings, useClass: SendingRepository },
        { provide: SentRecords, useClass: SentRecordRepository },
        { provide: SealedSecrets, useFactory: () => new AesSecrets(env.SECRETS_KEYS) },
        { provide: Communes, useFactory: () => new FileCommunes() },
        { provide: Geocoder, useFactory: () => new GeoplateformeGeocoder(env.GEOCODER_URL, http) },
        { provide: EstimationProvider, useValue: partner },
      ],
    };
  }
}
