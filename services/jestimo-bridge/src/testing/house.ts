import type { MovableClock } from '@intervia/clock';
import { Clock } from '@intervia/clock';
import { ActorKind, FeedState, JestimoService } from '@intervia/contracts';
import { addParisDays, parisDay } from '@intervia/french';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import type { JestimoDouble } from '@intervia/test';
import { JESTIMO_ACCOUNT, startJestimoDouble } from '@intervia/test';
import type { MongoServer, RunningServer } from '@intervia/testing';
import { eventually, startMongo, startNats } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootJestimo } from '../boot.js';
import { JestimoEnv } from '../jestimo.env.js';
import { FakeDirectory, startDirectory } from './fake-directory.js';

export const AGENCY = 'tilleuls';
export const ENTITY = 'ent-1';
/** For a process that starts on a busy machine; a healthy run never waits for it. */
export const SOON = { timeoutMs: 60_000 };
const DAY_MS = 86_400_000;

export const caller = (agencyId = AGENCY) => ({
  agencyId,
  actor: { kind: ActorKind.USER, id: 'claire', name: 'Claire Moreau' },
});

export const context = (commandId: string = randomUUID(), agencyId = AGENCY) => ({
  caller: caller(agencyId),
  commandId,
});

/** The bridge on real servers, between a directory of tests and the partner's double. */
export class House {
  readonly directory = new FakeDirectory();
  readonly apps: INestApplication[] = [];
  jestimo!: ServiceClient<typeof JestimoService>;
  clock!: MovableClock;
  private neighbour?: INestApplication;

  private constructor(
    readonly dir: string,
    readonly servers: { nats: RunningServer; mongo: MongoServer },
    readonly partner: JestimoDouble,
    readonly env: JestimoEnv,
  ) {}

  static async open(): Promise<House> {
    const house = await House.alone();
    await house.boot();
    return house;
  }

  /** The servers, the partner and the directory, and nobody between them yet. */
  static async alone(): Promise<House> {
    const [nats, mongo] = await Promise.all([startNats(), startMongo()]);
    const dir = await mkdtemp(join(tmpdir(), 'intervia-jestimo-'));
    const partner = await startJestimoDouble({ dataDir: dir });
    const env = Object.assign(new JestimoEnv(), {
      ...{ NATS_URL: nats.url, MONGODB_URI: mongo.uri, LOG_LEVEL: 'silent', CLOCK: 'movable' },
      ...{ JESTIMO_URL: `${partner.url}/v1`, GEOCODER_URL: `${partner.url}/geocodage` },
      ...{ OUTSIDE_ALLOWED: '127.0.0.1', SECRETS_KEYS: `k1:${randomBytes(32).toString('base64')}` },
    });
    const house = new House(dir, { nats, mongo }, partner, env);
    house.neighbour = await startDirectory(nats.url, house.directory);
    house.jestimo = house.neighbour.get(BusClient).service(JestimoService);
    house.clock = house.neighbour.get<MovableClock>(Clock);
    return house;
  }

  /** One replica more. */
  async boot(): Promise<void> {
    const app = await bootJestimo(this.env);
    this.apps.push(app);
    this.jestimo = app.get(BusClient).service(JestimoService);
    this.clock = app.get<MovableClock>(Clock);
  }

  async close(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.close()));
    await this.neighbour?.close();
    await this.partner.stop();
    await Promise.all([this.servers.nats.stop(), this.servers.mongo.stop()]);
    await rm(this.dir, { recursive: true, force: true });
  }

  /** `-1` is yesterday in Paris. */
  day = (days: number): string => parisDay(addParisDays(this.clock.now(), days));

  nextDay = (): Promise<void> => this.clock.move(DAY_MS);

  saveAccount = (login = JESTIMO_ACCOUNT.login, password = JESTIMO_ACCOUNT.password) =>
    this.jestimo.saveJestimoAccounts({ context: context(), userIds: ['claire'], login, password });

  async feed() {
    const { feeds } = await this.jestimo.listFeeds({ caller: caller() });
    return feeds[0]!;
  }

  /** Waits until all is sent as of yesterday. */
  async sent() {
    return eventually(async () => {
      const feed = await this.feed();
      const isSent = feed.state === FeedState.SENT && feed.sentThrough === this.day(-1);
      return isSent ? feed : undefined;
    }, SOON);
  }

  async failing() {
    return eventually(async () => {
      const feed = await this.feed();
      return feed.state === FeedState.FAILING ? feed : undefined;
    }, SOON);
  }

  async initialise(): Promise<void> {
    await this.jestimo.setFeed({ context: context(), entityId: ENTITY, enabled: true });
    await this.jestimo.initialiseFeed({ context: context(), entityId: ENTITY });
  }

  /** What the partner was given, in the order of the units' rents. */
  records = () =>
    this.partner
      .records()
      .toSorted((a, b) => Number(a['rent'] ?? a['price']) - Number(b['rent'] ?? b['price']));
}
