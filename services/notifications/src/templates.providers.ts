import { BusClient } from '@intervia/messaging';
import type { Provider } from '@nestjs/common';
import { SentTestRepository } from './adapters/mongo/sent-tests.repository.js';
import { WordingRepository } from './adapters/mongo/wording.repository.js';
import { NatsKnownTickets } from './adapters/nats/nats-known-tickets.js';
import { NatsLinks } from './adapters/nats/nats-links.js';
import { NatsUsers } from './adapters/nats/nats-users.js';
import { FrenchExamples } from './adapters/templating/french-examples.js';
import { FrenchTemplateTexts } from './adapters/templating/french-template-texts.js';
import { LiquidRenderer } from './adapters/templating/liquid-renderer.js';
import { ListTemplatesQuery } from './application/list-templates.query.js';
import { Examples } from './application/ports/examples.js';
import { KnownTickets } from './application/ports/known-tickets.js';
import { Links } from './application/ports/links.js';
import { Renderer } from './application/ports/renderer.js';
import { SentTests } from './application/ports/sent-tests.js';
import { TemplateTexts } from './application/ports/template-texts.js';
import { Users } from './application/ports/users.js';
import { Wordings } from './application/ports/wordings.js';
import { PreviewTemplateQuery } from './application/preview-template.query.js';
import { RenderInputs } from './application/render-inputs.js';
import { SaveTemplateHandler } from './application/save-template.handler.js';
import { SendTestMessageHandler } from './application/send-test-message.handler.js';
import { SendTestOnceHandler } from './application/send-test-once.handler.js';
import { SimulateTicketQuery } from './application/simulate-ticket.query.js';
import { TemplateBook } from './application/template-book.js';
import type { NotificationsEnv } from './notifications.env.js';

/** The module's half that words messages. */
export const templateProviders = ({ PUBLIC_URL }: NotificationsEnv): Provider[] => [
  RenderInputs,
  TemplateBook,
  ListTemplatesQuery,
  SaveTemplateHandler,
  PreviewTemplateQuery,
  SendTestMessageHandler,
  SendTestOnceHandler,
  SimulateTicketQuery,
  NatsKnownTickets,
  { provide: KnownTickets, useExisting: NatsKnownTickets },
  {
    provide: Links,
    inject: [BusClient],
    useFactory: (bus: BusClient) => new NatsLinks(bus, PUBLIC_URL),
  },
  { provide: Users, useClass: NatsUsers },
  { provide: Wordings, useClass: WordingRepository },
  { provide: SentTests, useClass: SentTestRepository },
  { provide: Renderer, useFactory: () => new LiquidRenderer(PUBLIC_URL) },
  { provide: Examples, useClass: FrenchExamples },
  { provide: TemplateTexts, useClass: FrenchTemplateTexts },
];
