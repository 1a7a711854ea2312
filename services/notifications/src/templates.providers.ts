import { BusClient } from '@intervia/messaging';
import type { Provider } from '@nestjs/common';
import { SentTestRepository } from './adapters/mongo/sent-tests.repository.js';
import { WordingRepository } from './adapters/mongo/wording.repository.js';
import { NatsKnownTickets } from './adapters/nats/neighbours/nats-known-tickets.js';
import { NatsLinks } from './adapters/nats/neighbours/nats-links.js';
import { NatsUsers } from './adapters/nats/neighbours/nats-users.js';
import { FrenchExamples } from './adapters/templating/french-examples.js';
import { FrenchTemplateTexts } from './adapters/templating/french-template-texts.js';
import { LiquidRenderer } from './adapters/templating/liquid-renderer.js';
import { ListTemplatesQuery } from './application/templates/list-templates.query.js';
import { Examples } from './application/ports/templates/examples.js';
import { KnownTickets } from './application/ports/neighbours/known-tickets.js';
import { Links } from './application/ports/delivery/links.js';
import { Renderer } from './application/ports/templates/renderer.js';
import { SentTests } from './application/ports/templates/sent-tests.js';
import { TemplateTexts } from './application/ports/templates/template-texts.js';
import { Users } from './application/ports/neighbours/users.js';
import { Wordings } from './application/ports/templates/wordings.js';
import { PreviewTemplateQuery } from './application/templates/preview-template.query.js';
import { RenderInputs } from './application/templates/render-inputs.js';
import { SaveTemplateHandler } from './application/templates/save-template.handler.js';
import { SendTestMessageHandler } from './application/templates/send-test-message.handler.js';
import { SendTestOnceHandler } from './application/templates/send-test-once.handler.js';
import { SimulateTicketQuery } from './application/templates/simulate-ticket.query.js';
import { TemplateBook } from './application/templates/template-book.js';
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
