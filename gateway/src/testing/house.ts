import { EventPublisher, listen, MessagingModule, NoHttpAdapter } from '@intervia/messaging';
import { withBus } from '@intervia/testing';
import type { BusStack, RunningServer } from '@intervia/testing';
import type { INestApplication, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bootGateway } from '../boot.js';
import { GatewayEnv } from '../gateway.env.js';
import { CLIENT_COOKIE, SESSION_COOKIE } from '../session/cookie.js';
import { CSRF_HEADER, csrfTokenOf } from '../session/csrf.js';
import { FakeAccounts } from './fakes/fake-accounts.js';
import { FakeImports } from './fakes/fake-imports.js';
import { FakeCaf, FakeCafStatements } from './fakes/fake-caf.js';
import { FakeDelivery } from './fakes/fake-delivery.js';
import { FakeDrafts } from './fakes/fake-drafts.js';
import { FakeJestimo } from './fakes/fake-jestimo.js';
import { FakePropertyFiles } from './fakes/fake-property-files.js';
import { FakeRegister } from './fakes/fake-register.js';
import { FakeDirectory } from './fakes/fake-directory.js';
import { FakeFigures, FakeNotifications, FakePortal, FakeReporting } from './fakes/fake-others.js';
import { FakeReports } from './fakes/fake-reports.js';
import { FakePrivacy } from './fakes/fake-privacy.js';
import { ALL, FakeState, VIEW } from './fakes/fake-state.js';
import { FakeWebhooks } from './fakes/fake-webhooks.js';
import { FakeTemplates } from './fakes/fake-templates.js';
import { FakeAsides } from './fakes/fake-asides.js';
import { FakeOwnViews } from './fakes/fake-own-views.js';
import { FakeTickets } from './fakes/fake-tickets.js';
import { FakeApiKeys } from './fakes/fake-api-keys.js';

/** Token of a session that may do everything in agency `a`; others are named after what they may do. */
export const CLAIRE = 'claire';
export const VIEWER = 'viewer';
export const GERANCE_ONLY = 'gerance-only';
export const STRANGER = 'stranger';
/** A client of agency `a`, and one of agency `b`. */
export const CLIENT = 'client';
export const OTHER_CLIENT = 'other-client';

export interface House {
  readonly state: FakeState;
  readonly nats: RunningServer;
  readonly gateway: NestFastifyApplication;
  readonly url: string;
  readonly publisher: EventPublisher;
  readonly filesDir: string;
  close(): Promise<void>;
}

const FAKES: readonly Type[] = [
  FakeDirectory,
  FakeAccounts,
  FakeApiKeys,
  FakeImports,
  FakeTickets,
  FakeOwnViews,
  FakeAsides,
  FakePortal,
  FakeReporting,
  FakeFigures,
  FakeReports,
  FakeNotifications,
  FakeTemplates,
  FakeDelivery,
  FakeWebhooks,
  FakeDrafts,
  FakeRegister,
  FakePropertyFiles,
  FakeCaf,
  FakeCafStatements,
  FakeJestimo,
  FakePrivacy,
];

@Module({})
class FakeServices {}

/**
 * The gateway on a real NATS, with hand-written services behind it.
 * @param beside a house whose bus both use
 */
export function openHouse(overrides: Partial<GatewayEnv> = {}, beside?: House): Promise<House> {
  return withBus((bus) => furnish(bus, overrides), beside?.nats);
}

async function furnish(
  { env, nats, folder: filesDir, own }: BusStack,
  overrides: Partial<GatewayEnv>,
): Promise<Omit<House, 'close'>> {
  const state = new FakeState();
  state.aSession(CLAIRE, 'a', { syndic: ALL, gerance: ALL });
  state.aSession(VIEWER, 'a', { syndic: VIEW, gerance: VIEW });
  state.aSession(GERANCE_ONLY, 'a', { gerance: ALL });
  state.aSession(STRANGER, 'b', { syndic: ALL, gerance: ALL });
  state.aClientSession(CLIENT, 'a');
  state.aClientSession(OTHER_CLIENT, 'b');
  const services = own(await bootFakes(nats.url, state));
  const gateway = own(await bootGateway(envOf({ ...env, FILES_DIR: filesDir, ...overrides })));
  const url = await gateway.getUrl();
  return { state, nats, gateway, url, publisher: services.get(EventPublisher), filesDir };
}

export function envOf(overrides: Partial<GatewayEnv>): GatewayEnv {
  return Object.assign(new GatewayEnv(), {
    PORT: 0,
    LOG_LEVEL: 'silent',
    FICTIONAL_MOBILES: true,
    ...overrides,
  });
}

/** Headers of a signed-in browser. */
export function as(token: string): Record<string, string> {
  return { cookie: `${SESSION_COOKIE}=${token}`, [CSRF_HEADER]: csrfTokenOf(token) };
}

/** Headers of a browser on the clients' extranet. */
export function asClient(token: string): Record<string, string> {
  return { cookie: `${CLIENT_COOKIE}=${token}`, [CSRF_HEADER]: csrfTokenOf(token) };
}

async function bootFakes(natsUrl: string, state: FakeState): Promise<INestApplication> {
  const module = {
    module: FakeServices,
    imports: [MessagingModule.forRoot({ service: 'fakes', natsUrl, clock: 'system' })],
    controllers: [...FAKES],
    providers: [{ provide: FakeState, useValue: state }],
  };
  const app = await NestFactory.create(module, new NoHttpAdapter(), { logger: false });
  await listen(app, { service: 'fakes' });
  return app;
}
