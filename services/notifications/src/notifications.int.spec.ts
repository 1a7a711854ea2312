import 'reflect-metadata';
import { create } from '@bufbuild/protobuf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SystemClock } from '@intervia/clock';
import {
  Delivery,
  InvoiceRequestedSchema,
  NotificationsService,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import { MASK } from '@intervia/rules';
import type { MessageFailed } from '@intervia/contracts';
import { BusClient, EventPublisher } from '@intervia/messaging';
import { eventually, withStack } from '@intervia/testing';
import type { Closing, Stack } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { getModelToken } from '@nestjs/mongoose';
import { Redis } from 'ioredis';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ensureCertificate, startMailServer, startOvhDouble } from '@intervia/test';
import type { MailServer, OvhDouble } from '@intervia/test';
import type { MessageDocument } from './adapters/mongo/messages/message.schema.js';
import { MESSAGE } from './adapters/mongo/messages/message.schema.js';
import { RequeuePendingHandler } from './application/delivery/requeue-pending.handler.js';
import { bootNotifications } from './boot.js';
import { NotificationsEnv } from './notifications.env.js';
import { AGENCY, LINK, Neighbours, aMissionEvent, startNeighbours } from './testing/neighbours.js';
import type { Reached } from './testing/neighbours.js';

const clock = new SystemClock();

describe('notifications', () => {
  jest.setTimeout(60_000);
  let house: Stack & Closing;
  let ovh: OvhDouble;
  let smtp: MailServer;
  let neighbours: INestApplication;
  let app: INestApplication;
  let ticketId: string;

  const env = (): NotificationsEnv =>
    Object.assign(new NotificationsEnv(), {
      ...house.env,
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      SMTP_FROM: 'ne-pas-repondre@tilleuls.example',
      OVH_HOST: 'localhost',
      OVH_PORT: ovh.port,
      OVH_APP_KEY: ovh.account.appKey,
      OVH_APP_SECRET: ovh.account.appSecret,
      OVH_CONSUMER_KEY: ovh.account.consumerKey,
      OVH_SMS_SERVICE: ovh.account.service,
    });

  beforeAll(async () => {
    house = await withStack({ redis: true }, async (stack) => stack);
    const { folder, own } = house;
    const { caFile, keyFile, certFile } = await ensureCertificate(join(folder, 'tls'));
    const ca = readFileSync(caFile, 'utf8');
    setDefaultCACertificates([...getCACertificates('bundled'), ca]);
    const tls = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
    ovh = own(await startOvhDouble({ port: 0, dataDir: join(folder, 'sms'), tls }));
    smtp = own(await startMailServer());
    neighbours = own(await startNeighbours(house.env.NATS_URL));
    app = await bootNotifications(env());
    own({ close: () => app.close() });
  });

  afterAll(async () => {
    await house?.close();
  });

  beforeEach(() => {
    ticketId = randomUUID();
  });

  afterEach(() => {
    told().length = 0;
  });

  const told = () => neighbours.get(Neighbours).told;

  const publish = async (
    schema: typeof WorkOrderRequestedSchema | typeof InvoiceRequestedSchema,
    contractor: Reached,
    silent = false,
  ): Promise<void> => {
    const message = create(schema, aMissionEvent(ticketId, contractor, { silent }));
    const event = { id: randomUUID(), agencyId: AGENCY, aggregateId: ticketId, occurredAt: clock.now() };
    await neighbours.get(EventPublisher).publish({ ...event, schema, message });
  };

  const journal = async () => {
    const request = { caller: { agencyId: AGENCY }, ticketId };
    return (await neighbours.get(BusClient).service(NotificationsService).listMessages(request)).messages;
  };

  /** All messages of the ticket, once there are so many and none waits. */
  const settled = (count: number, timeoutMs = 20_000) =>
    eventually(
      async () => {
        const messages = await journal();
        const done = messages.filter(({ delivery }) => delivery !== Delivery.QUEUED);
        return done.length === count ? done : undefined;
      },
      { timeoutMs, what: `${count} settled messages` },
    );

  const mailsOf = (address: string) =>
    smtp.mails().filter(({ deliveredTo }) => deliveredTo.includes(address));
  const smsTo = (mobile: string) => ovh.messages().filter(({ receiver }) => receiver === mobile);
  const freshMobile = () => `+336${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const freshMail = () => `${randomUUID()}@martin.example`;

  it('sends a work order to the contractor and the contact person, each message once', async () => {
    const [mail, second, mobile] = [freshMail(), freshMail(), freshMobile()];
    await publish(WorkOrderRequestedSchema, { mails: [mail, second], mobiles: [mobile] });
    const messages = await settled(3);
    expect(messages.map(({ delivery }) => delivery)).toEqual([Delivery.SENT, Delivery.SENT, Delivery.SENT]);

    const received = mailsOf(mail);
    expect(received).toHaveLength(1);
    expect(received[0]?.deliveredTo).toEqual([mail, second]);
    expect(received[0]?.subject).toBe('ODS 1042 – Demande d’intervention : Fuite sous l’évier');
    expect(received[0]?.from?.text).toContain('Cabinet des Tilleuls');
    expect(received[0]?.replyTo?.text).toBe('claire@tilleuls.example');
    expect(received[0]?.text).toContain(`${LINK}-${ticketId}-m`);
    expect(received[0]?.html).toContain(`${LINK}-${ticketId}-m`);

    const sms = smsTo(mobile);
    expect(sms).toHaveLength(1);
    expect(sms[0]).toMatchObject({ sender: 'TILLEULS', numberOfSms: 1 });
    expect(sms[0]?.message).toMatch(/^ODS 1042 - Demande : .+ http/);

    // Who reads the journal could act in the contractor's name.
    for (const { text, subject } of messages) expect(`${subject} ${text}`).not.toContain(`-${ticketId}-`);
    expect(messages.some(({ text }) => text.includes(`/i/${MASK}`))).toBe(true);

    // Sent again by the same command, it leaves once more and no oftener.
    const client = neighbours.get(BusClient).service(NotificationsService);
    const again = { context: { caller: { agencyId: AGENCY }, commandId: randomUUID() }, ticketId };
    const missionId = messages.find((message) => message.missionId)?.missionId ?? '';
    expect(await client.resendLink({ ...again, missionId })).toMatchObject({ messages: 2 });
    await client.resendLink({ ...again, missionId });
    await settled(5);
    expect(mailsOf(mail)).toHaveLength(2);
    expect(mailsOf(mail)[1]?.text).toContain(`${LINK}-${ticketId}-m`);
    const refused = client.resendLink({ ...again, missionId: 'another' });
    await expect(refused).rejects.toMatchObject({ code: 'NOTHING_TO_RESEND' });

    await eventually(() => (told().length >= 3 ? true : undefined), {
      what: 'events of the three messages',
    });
    expect(told().every(({ ticketId: of }) => of === ticketId)).toBe(true);
  });

  it('shows a ticket’s journal to its own agency only', async () => {
    await publish(WorkOrderRequestedSchema, { mails: [freshMail()] });
    await settled(2);
    const foreign = { caller: { agencyId: 'agency-2' }, ticketId };
    const { messages } = await neighbours.get(BusClient).service(NotificationsService).listMessages(foreign);
    expect(messages).toEqual([]);
  });

  it('keeps a silent ticket’s messages in the journal, with the reason', async () => {
    const mail = freshMail();
    await publish(WorkOrderRequestedSchema, { mails: [mail] }, true);
    const messages = await settled(2);
    expect(messages.map(({ delivery, reason }) => [delivery, reason])).toEqual([
      [Delivery.SILENCED, 'non envoyé (mode silencieux)'],
      [Delivery.SILENCED, 'non envoyé (mode silencieux)'],
    ]);
    expect(mailsOf(mail)).toEqual([]);
  });

  it.each(['timeout-after-acceptance', 'drop-after-acceptance'] as const)(
    'does not send an SMS again that OVH took without saying so (%s)',
    async (fault) => {
      const mobile = freshMobile();
      ovh.injectFault(fault);
      await publish(InvoiceRequestedSchema, { mails: [freshMail()], mobiles: [mobile] });
      const messages = await settled(2);
      expect(messages.every(({ delivery }) => delivery === Delivery.SENT)).toBe(true);
      expect(smsTo(mobile)).toHaveLength(1);
    },
  );

  it.each(['drop-before-acceptance', 'too-many-requests', 'server-error'] as const)(
    'sends an SMS once that OVH did not take at first (%s)',
    async (fault) => {
      const mobile = freshMobile();
      ovh.injectFault(fault);
      await publish(InvoiceRequestedSchema, { mails: [freshMail()], mobiles: [mobile] });
      await settled(2);
      expect(smsTo(mobile)).toHaveLength(1);
    },
  );

  it('finds out after a crash what OVH had taken', async () => {
    const mobile = freshMobile();
    await publish(InvoiceRequestedSchema, { mails: [freshMail()], mobiles: [mobile] });
    await settled(2);
    // As a process leaves it that dies between OVH's answer and its own record.
    const model = app.get<Model<MessageDocument>>(getModelToken(MESSAGE));
    await model.updateOne(
      { ticketId, channel: 'sms' },
      { $set: { status: 'sending', dueAt: clock.now() }, $unset: { sentAt: 1 } },
    );
    await app.close();
    app = await bootNotifications(env());
    await settled(2);
    expect(smsTo(mobile)).toHaveLength(1);
  });

  it('sends what was written down while Redis was away', async () => {
    const mail = freshMail();
    await house.redis!.kill();
    await publish(InvoiceRequestedSchema, { mails: [mail] });
    await eventually(async () => ((await journal()).length === 1 ? true : undefined));
    await house.redis!.restart();
    await settled(1);
    expect(mailsOf(mail)).toHaveLength(1);
  });

  it('sends what a flushed Redis forgot, and once, when the mail server is back', async () => {
    const mail = freshMail();
    const { port } = smtp;
    await smtp.stop();
    await publish(InvoiceRequestedSchema, { mails: [mail] });
    await eventually(async () => ((await journal())[0]?.reason ? true : undefined), {
      what: 'the end of a first attempt',
    });
    const client = new Redis(house.redis!.url);
    await client.flushall();
    client.disconnect();
    smtp = await startMailServer({ port });
    // What the sweep does each minute.
    await app.get(RequeuePendingHandler).execute();
    await settled(1, 30_000);
    expect(mailsOf(mail)).toHaveLength(1);
  });

  it('reports a recipient that the mail server refuses', async () => {
    const [good, bad] = [freshMail(), freshMail()];
    smtp.refuse(bad, 550);
    await publish(InvoiceRequestedSchema, { mails: [good, bad] });
    const [partly] = await settled(1);
    expect(partly).toMatchObject({ delivery: Delivery.SENT });
    expect(partly?.reason).toMatch(/^refusé pour une partie des destinataires : .*550/);
    expect(mailsOf(good)).toHaveLength(1);
  });

  it('reports a mail that nobody takes, and says so to the others', async () => {
    const bad = freshMail();
    smtp.refuse(bad, 550);
    await publish(InvoiceRequestedSchema, { mails: [bad] });
    const [failed] = await settled(1);
    expect(failed).toMatchObject({ delivery: Delivery.FAILED, attempts: 1 });
    const event = await eventually(() => told().find((one): one is MessageFailed => 'reason' in one));
    expect(event.reason).toContain('550');
  });

  it('writes again only to the recipients that were put off', async () => {
    const [good, greylisted] = [freshMail(), freshMail()];
    smtp.refuse(greylisted, 451);
    await publish(InvoiceRequestedSchema, { mails: [good, greylisted] });
    await eventually(() => (mailsOf(good).length === 1 ? true : undefined));
    smtp.refuse(greylisted, 250);
    await settled(1);
    expect(mailsOf(good)).toHaveLength(1);
    expect(mailsOf(greylisted)).toHaveLength(1);
  });

  it('gives a mail the same Message-ID when it must be sent again', async () => {
    const mail = freshMail();
    smtp.hangUpAfterAcceptance();
    await publish(InvoiceRequestedSchema, { mails: [mail] });
    await settled(1);
    const ids = mailsOf(mail).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
