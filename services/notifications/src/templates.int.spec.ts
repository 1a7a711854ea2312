import 'reflect-metadata';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  ActorKind,
  Channel,
  Delivery,
  Module,
  SmsEncoding,
  TemplateList,
  TemplatesService,
} from '@intervia/contracts';
import type { SendTestMessageRequestSchema } from '@intervia/contracts';
import { BusClient, MessagingModule, NoHttpAdapter, listen } from '@intervia/messaging';
import { DatabaseModule } from '@intervia/mongo';
import { withStack } from '@intervia/testing';
import type { Closing, Stack } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MongooseModule } from '@nestjs/mongoose';
import { randomUUID } from 'node:crypto';
import { SENT_TEST, sentTestSchema } from './adapters/mongo/sent-tests.repository.js';
import { WORDING, wordingSchema } from './adapters/mongo/wording.schema.js';
import { NatsAgencies } from './adapters/nats/neighbours/nats-agencies.js';
import { TemplatesController } from './adapters/nats/templates.controller.js';
import { Accounts } from './application/ports/accounts/accounts.js';
import { FakeAccounts } from './application/ports/accounts/accounts.fake.js';
import { Agencies } from './application/ports/neighbours/agencies.js';
import { MailTransport, SmsTransport } from './application/ports/delivery/transports.js';
import { NotificationsEnv } from './notifications.env.js';
import { templateProviders } from './templates.providers.js';
import { KNOWN_TICKET, REMINDER_DUE, startAgencyOffice } from './testing/agency-office.js';
import { FakeMailTransport, FakeSmsTransport } from './testing/fake-transports.js';

describe('templates', () => {
  jest.setTimeout(60_000);
  let house: Closing;
  let office: INestApplication;
  const mails = new FakeMailTransport();
  const texts = new FakeSmsTransport();

  beforeAll(async () => {
    house = await withStack({}, boot);
  });

  const boot = async ({ env: servers, own }: Stack) => {
    office = own(await startAgencyOffice(servers.NATS_URL));
    class Templates {}
    const env = Object.assign(new NotificationsEnv(), { PUBLIC_URL: 'https://extranet.tilleuls.example' });
    const root = {
      module: Templates,
      imports: [
        MessagingModule.forRoot({
          service: 'notifications',
          natsUrl: servers.NATS_URL,
          clock: 'system' as const,
        }),
        DatabaseModule.forRoot({ uri: servers.MONGODB_URI, dbName: servers.MONGODB_DB }),
        MongooseModule.forFeature([
          { name: WORDING, schema: wordingSchema },
          { name: SENT_TEST, schema: sentTestSchema },
        ]),
      ],
      controllers: [TemplatesController],
      providers: [
        ...templateProviders(env),
        { provide: Agencies, useClass: NatsAgencies },
        { provide: Accounts, useClass: FakeAccounts },
        { provide: MailTransport, useValue: mails },
        { provide: SmsTransport, useValue: texts },
      ],
    };
    const app = own(await NestFactory.create(root, new NoHttpAdapter(), { logger: false }));
    await listen(app, { service: 'notifications', events: false });
    return {};
  };

  afterAll(async () => {
    await house?.close();
  });

  const service = () => office.get(BusClient).service(TemplatesService);
  const callerOf = (agencyId: string) => ({
    agencyId,
    actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire Moreau' },
  });
  const caller = callerOf('agency-1');
  const mail = { caller, code: 'presence.contractor', channel: Channel.MAIL };
  const sms = { ...mail, channel: Channel.SMS };

  it('lists mails and SMS in the manual’s two parts', async () => {
    const { templates } = await service().listTemplates({ caller });
    const [first] = templates;
    expect(first?.list).toBe(TemplateList.CONTRACTORS);
    expect(templates.at(-1)?.list).toBe(TemplateList.OTHERS);
    expect(templates.every(({ changed, title }) => !changed && title !== '')).toBe(true);
    const onlySms = await service().listTemplates({ caller, channel: Channel.SMS });
    expect(new Set(onlySms.templates.map(({ channel }) => channel))).toEqual(new Set([Channel.SMS]));
  });

  it('saves an agency’s own text, for this agency alone, and goes back to the shipped one', async () => {
    const text = { subject: 'Présents ?', body: '<p>{{ appointment.date }}</p><script>x</script>' };
    const { template: saved } = await service().saveTemplate({ ...mail, text, version: 0 });
    expect(saved?.row).toMatchObject({ changed: true, version: 1, savedBy: 'Claire Moreau' });
    expect(saved?.text?.body).toBe('<p>{{ appointment.date }}</p>');
    const other = await service().getTemplate({ ...mail, caller: callerOf('agency-2') });
    expect(other.template?.row?.changed).toBe(false);
    const stale = service().saveTemplate({ ...mail, text, version: 0 });
    await expect(stale).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    const { template: reset } = await service().resetTemplate({ ...mail, version: 1 });
    expect(reset?.row).toMatchObject({ changed: false, version: 2 });
    expect(reset?.text).toEqual(reset?.shipped);
  });

  it('names the fault of a text that cannot be filled in', async () => {
    const text = { subject: 'A', body: '<p>{{ rendezvous }}</p>' };
    await expect(service().saveTemplate({ ...mail, text, version: 2 })).rejects.toMatchObject({
      code: 'INVALID_TEMPLATE',
      params: { variables: 'rendezvous' },
      fields: [{ field: 'text.body', code: 'UNKNOWN_VARIABLE' }],
    });
    const unknown = service().getTemplate({ ...mail, code: '__proto__' });
    await expect(unknown).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
  });

  it('previews what is typed, with an example or a real ticket', async () => {
    const text = { subject: 'Pour {{ ticket.subject }}', body: '<p>Bonjour {{ recipient.name }}</p>' };
    const example = await service().previewTemplate({ ...mail, text });
    expect(example.subject).toBe('ODS 1042 – Pour Fuite sous l’évier');
    const real = await service().previewTemplate({ ...mail, text, ticketId: KNOWN_TICKET });
    expect(real.subject).toBe('ODS 77 – Pour Volet bloqué');
    expect(real.text).toContain('Bonjour Durand Stores');
    expect(real.html).toContain('https://extranet.tilleuls.example/i/');
    const foreign = service().previewTemplate({
      ...mail,
      caller: callerOf('agency-2'),
      ticketId: KNOWN_TICKET,
    });
    await expect(foreign).rejects.toMatchObject({ code: 'TICKET_NOT_FOUND' });
  });

  it('counts an SMS as typed and as sent', async () => {
    const { count } = await service().previewTemplate({ ...sms, text: { body: 'Êtes-vous là ?' } });
    expect(count).toMatchObject({
      typedCharacters: 14,
      encoding: SmsEncoding.UCS2,
      outsideGsm7: ['Ê'],
      transliterated: 'Etes-vous là ?',
      transliteratedSms: 1,
    });
    expect(count?.sms).toBeGreaterThan(1);
    const { template } = await service().getTemplate(sms);
    expect(template?.count).toMatchObject({ encoding: SmsEncoding.GSM7, sms: 1 });
    expect(template?.variables).toEqual([]);
  });

  const test = (asked: MessageInitShape<typeof SendTestMessageRequestSchema>) =>
    service().sendTestMessage({ commandId: randomUUID(), fingerprint: 'a test', ...asked });

  it('sends a test to the calling user only', async () => {
    expect(await test(mail)).toMatchObject({ recipient: 'claire@tilleuls.example' });
    expect(mails.sent.at(-1)).toMatchObject({ to: ['claire@tilleuls.example'] });
    expect(mails.sent.at(-1)?.subject).toMatch(/^TEST – ODS 1042 – /);
    // Claire's number is no mobile.
    await expect(test(sms)).rejects.toMatchObject({ code: 'NO_ADDRESS' });
    await expect(test({ ...sms, mobile: '0144000000' })).rejects.toMatchObject({ code: 'INVALID_MOBILE' });
    await test({ ...sms, mobile: '06 12 34 56 78' });
    expect(texts.sent.at(-1)).toMatchObject({ receivers: ['+33612345678'], sender: 'TILLEULS' });
  });

  it('sends a repeated test once, and answers as the first time', async () => {
    const sent = mails.sent.length;
    const once = { ...mail, commandId: 'test-1' };
    expect(await test(once)).toMatchObject({ recipient: 'claire@tilleuls.example' });
    expect(await test(once)).toMatchObject({ recipient: 'claire@tilleuls.example' });
    expect(mails.sent).toHaveLength(sent + 1);
    await expect(test({ ...once, fingerprint: 'another' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      kind: 'conflict',
    });
    // The key of an agency never meets that of another.
    await test({ ...once, caller: callerOf('agency-2'), fingerprint: 'theirs' });
    expect(mails.sent).toHaveLength(sent + 2);
    await expect(test({ ...mail, commandId: '' })).rejects.toMatchObject({ code: 'COMMAND_ID_MISSING' });
  });

  it('sends two tests asked for at the same time with one key once', async () => {
    const sent = mails.sent.length;
    const twice = await Promise.allSettled([1, 2].map(() => test({ ...mail, commandId: 'test-2' })));
    expect(mails.sent).toHaveLength(sent + 1);
    for (const outcome of twice.filter(({ status }) => status === 'rejected'))
      expect(outcome).toMatchObject({ reason: { code: 'TEST_BEING_SENT' } });
  });

  it('tries a test that failed again', async () => {
    const again = { ...mail, commandId: 'test-3' };
    const { answer } = mails;
    mails.answer = { kind: 'refused', detail: '550 no' };
    await expect(test(again)).rejects.toMatchObject({ code: 'TEST_NOT_SENT' });
    mails.answer = answer;
    expect(await test(again)).toMatchObject({ recipient: 'claire@tilleuls.example' });
  });

  it('lists what a ticket will send before it is created', async () => {
    const person = (name: string, channels: object) => ({
      name,
      reach: { mails: [`${name}@x.example`], mobiles: ['+33612345678', '+33612345679'], channels },
    });
    const draft = {
      module: Module.GERANCE,
      subject: 'Fuite',
      manager: { id: 'user-2', name: 'Paul Girard', mail: 'paul@tilleuls.example' },
      contractors: [person('martin', { mail: true, sms: true })],
      notified: [person('petit', { mail: true })],
    };
    const {
      messages,
      mails: mailCount,
      sms: smsCount,
    } = await service().simulateTicket({
      caller,
      subject: { case: 'draft', value: draft },
    });
    const lines = messages.map(({ template, channel, reminder }) =>
      [template, Channel[channel], reminder ? 'later' : 'now'].join(' '),
    );
    expect(lines).toEqual([
      'ticket-opened.notified MAIL now',
      'moved.manager MAIL now',
      'work-order.contractor MAIL now',
      'work-order.contractor SMS now',
      'work-order-reminder.contractor MAIL later',
      'work-order-reminder.contractor SMS later',
      'work-order-reminder.contractor MAIL later',
      'work-order-reminder.contractor SMS later',
    ]);
    expect([mailCount, smsCount]).toEqual([5, 6]);
    expect(messages[2]?.subject).toBe('ODS ##### – Demande d’intervention : Fuite');
    expect(messages[3]).toMatchObject({
      sms: 1,
      encoding: SmsEncoding.GSM7,
      recipients: ['+33612345678', '+33612345679'],
    });
    const silent = { ...draft, silent: true };
    const kept = await service().simulateTicket({ caller, subject: { case: 'draft', value: silent } });
    expect(kept).toMatchObject({ mails: 1, sms: 0 });
    expect(kept.messages.filter(({ delivery }) => delivery === Delivery.SILENCED)).toHaveLength(7);
  });

  it('lists what the timers of a ticket will still send', async () => {
    const { messages } = await service().simulateTicket({
      caller,
      subject: { case: 'ticketId', value: KNOWN_TICKET },
    });
    const [next, last] = messages.map(({ at, subject }) => [at && timestampDate(at), subject]);
    expect(next).toEqual([REMINDER_DUE, 'ODS 77 – Relance n° 2 : Volet bloqué']);
    expect(last?.[0]).toEqual(new Date(REMINDER_DUE.getTime() + 24 * 3_600_000));
    expect(messages).toHaveLength(2);
  });
});
