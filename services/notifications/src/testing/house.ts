import { SystemClock } from '@intervia/clock';
import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import type { Message } from '@intervia/contracts';
import { Delivery, NotificationsService } from '@intervia/contracts';
import { BusClient, EventPublisher } from '@intervia/messaging';
import { ensureCertificate, startImapServer, startMailServer, startOvhDouble } from '@intervia/test';
import type { ImapServer, MailServer, OvhAccount, OvhDouble } from '@intervia/test';
import { eventually, withStack } from '@intervia/testing';
import type { Closing, Stack } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { bootNotifications } from '../boot.js';
import { NotificationsEnv } from '../notifications.env.js';
import { AGENCY, Neighbours, startNeighbours } from './neighbours.js';
import { TicketDesk, startTicketDesk } from './ticket-desk.js';

export const REPLY_ADDRESS = 'reponses@intervia.example';
/** An agency's own SMS account. */
export const AGENCY_SMS: OvhAccount = {
  appKey: 'agency-application-key',
  appSecret: 'agency-application-secret',
  consumerKey: 'agency-consumer-key',
  service: 'sms-agency-1',
};

export interface House extends Closing {
  readonly ovh: OvhDouble;
  readonly smtp: MailServer;
  readonly imap: ImapServer;
  readonly neighbours: Neighbours;
  readonly desk: TicketDesk;
  readonly filesDir: string;
  readonly bus: BusClient;
  readonly env: NotificationsEnv;
  app(): INestApplication;
  restart(changes?: Partial<NotificationsEnv>): Promise<void>;
  publish<D extends DescMessage>(
    schema: D,
    ticketId: string,
    message: MessageInitShape<D>,
    occurredAt?: Date,
  ): Promise<void>;
  journal(ticketId: string): Promise<readonly Message[]>;
  /** All messages of the ticket, once there are so many and none waits. */
  settled(ticketId: string, count: number): Promise<readonly Message[]>;
}

/** The service with every server and partner it has, all real but OVH and its neighbours. */
export async function openHouse(overrides: Partial<NotificationsEnv> = {}): Promise<House> {
  return withStack({ redis: true }, (stack) => bootHouse(stack, overrides));
}

async function bootHouse(
  { env: servers, folder, own }: Stack,
  overrides: Partial<NotificationsEnv>,
): Promise<Omit<House, keyof Closing>> {
  const { caFile, keyFile, certFile } = await ensureCertificate(join(folder, 'tls'));
  // Instead of the one of a house before in this process: both have the same name, and OpenSSL takes the first.
  setDefaultCACertificates([...getCACertificates('bundled'), readFileSync(caFile, 'utf8')]);
  const tls = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
  const [ovh, smtp, imap] = await Promise.all([
    startOvhDouble({ port: 0, dataDir: join(folder, 'sms'), tls, others: [AGENCY_SMS] }).then(own),
    startMailServer().then(own),
    startImapServer().then(own),
  ]);
  const env = Object.assign(new NotificationsEnv(), servers, {
    FILES_DIR: join(folder, 'files'),
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    OUTSIDE_ALLOWED: '127.0.0.1',
    SMTP_FROM: 'ne-pas-repondre@intervia.example',
    IMAP_URL: imap.url,
    REPLY_ADDRESS,
    REPLY_KEY: 'une clef de plus de trente-deux caractères',
    REVIEW_AGENCY: AGENCY,
    SECRETS_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    SMS_CALLBACK_KEY: 'une autre clef, tout aussi longue que la première',
    OVH_HOST: 'localhost',
    OVH_PORT: ovh.port,
    OVH_APP_KEY: ovh.account.appKey,
    OVH_APP_SECRET: ovh.account.appSecret,
    OVH_CONSUMER_KEY: ovh.account.consumerKey,
    OVH_SMS_SERVICE: ovh.account.service,
    ...overrides,
  });
  const neighbours = own(await startNeighbours(env.NATS_URL));
  const desk = own(await startTicketDesk(env.NATS_URL));
  let app = await bootNotifications(env);
  own({ close: () => app.close() });
  const bus = neighbours.get(BusClient);

  const journal = async (ticketId: string) => {
    const request = { caller: { agencyId: AGENCY }, ticketId };
    return (await bus.service(NotificationsService).listMessages(request)).messages;
  };
  return {
    ovh,
    smtp,
    imap,
    neighbours: neighbours.get(Neighbours),
    desk: desk.get(TicketDesk),
    filesDir: env.FILES_DIR,
    bus,
    env,
    app: () => app,
    restart: async (changes = {}) => {
      await app.close();
      app = await bootNotifications(Object.assign(env, changes));
    },
    publish: async (schema, ticketId, message, occurredAt = new SystemClock().now()) => {
      const event = { id: randomUUID(), agencyId: AGENCY, aggregateId: ticketId, occurredAt };
      await neighbours.get(EventPublisher).publish({ ...event, schema, message: create(schema, message) });
    },
    journal,
    settled: (ticketId, count) =>
      eventually(
        async () => {
          const done = (await journal(ticketId)).filter(({ delivery }) => delivery !== Delivery.QUEUED);
          return done.length === count ? done : undefined;
        },
        { timeoutMs: 20_000, what: `${count} settled messages` },
      ),
  };
}
