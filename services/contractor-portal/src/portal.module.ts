import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule } from '@intervia/mongo';
import { ObservabilityModule } from '@intervia/observability';
import { HmacDocumentSeal } from './adapters/crypto/hmac-document-seal.js';
import { HmacTokenMint } from './adapters/crypto/hmac-token-mint.js';
import { LiquidPageRenderer } from './adapters/html/liquid-page-renderer.js';
import { LINK_MODEL, LinkSchema } from './adapters/mongo/link.schema.js';
import { MongoLinkRepository } from './adapters/mongo/mongo-link.repository.js';
import { NatsAgencyBook } from './adapters/nats/nats-agency-book.js';
import { NatsTicketDesk } from './adapters/nats/nats-ticket-desk.js';
import { NatsPostman } from './adapters/nats/nats-postman.js';
import { PortalController } from './adapters/nats/portal.controller.js';
import { FindLink } from './application/find-link.js';
import { IssueLinkHandler } from './application/issue-link.handler.js';
import { PageComposer } from './application/page-composer.js';
import { AgencyBook } from './application/ports/agency-book.js';
import { DocumentSeal } from './application/ports/document-seal.js';
import { LinkRepository } from './application/ports/link-repository.js';
import { PageRenderer } from './application/ports/page-renderer.js';
import { Postman } from './application/ports/postman.js';
import { TicketDesk } from './application/ports/ticket-desk.js';
import { TokenMint } from './application/ports/token-mint.js';
import { PublicAddress } from './application/public-address.js';
import { RenderPageQuery } from './application/render-page.query.js';
import { RenewLinkHandler } from './application/renew-link.handler.js';
import { RevokeLinksHandler } from './application/revoke-links.handler.js';
import { SubmitFormHandler } from './application/submit-form.handler.js';
import type { PortalEnv } from './portal.env.js';

export const SERVICE = 'contractor-portal';

@Module({})
export class PortalModule {
  static forRoot(env: PortalEnv): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({ uri: env.MONGODB_URI, dbName: env.MONGODB_DB }),
        MongooseModule.forFeature([{ name: LINK_MODEL, schema: LinkSchema }]),
      ],
      controllers: [PortalController],
      providers: [
        FindLink,
        IssueLinkHandler,
        PageComposer,
        RenderPageQuery,
        RevokeLinksHandler,
        RenewLinkHandler,
        { provide: Postman, useClass: NatsPostman },
        SubmitFormHandler,
        { provide: AgencyBook, useClass: NatsAgencyBook },
        { provide: DocumentSeal, useValue: new HmacDocumentSeal(env.PORTAL_SECRET) },
        { provide: LinkRepository, useClass: MongoLinkRepository },
        { provide: PageRenderer, useClass: LiquidPageRenderer },
        { provide: PublicAddress, useValue: new PublicAddress(env.PUBLIC_URL) },
        { provide: TicketDesk, useClass: NatsTicketDesk },
        { provide: TokenMint, useValue: new HmacTokenMint(env.PORTAL_SECRET) },
      ],
    };
  }
}
