import 'reflect-metadata';
import { create } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import {
  ActorKind,
  Channel,
  Delivery,
  DeliveryService,
  InvoiceReceivedSchema,
  InvoiceRequestedSchema,
  UserRefSchema,
} from '@intervia/contracts';
import { freePort, eventually } from '@intervia/testing';
import { startMailServer } from '@intervia/test';
import type { MailServer } from '@intervia/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { ChannelSettingsDocument } from './adapters/mongo/channel-settings.schema.js';
import { CHANNEL_SETTINGS } from './adapters/mongo/channel-settings.schema.js';
import type { DigestPreferenceDocument } from './adapters/mongo/digest.schema.js';
import { DIGEST_PREFERENCE } from './adapters/mongo/digest.schema.js';
import { CheckCreditsHandler } from './application/accounts/check-credits.handler.js';
import { SendDigestsHandler } from './application/alerts/send-digests.handler.js';
import type { House } from './testing/house.js';
import { AGENCY_SMS, openHouse } from './testing/house.js';
import { AGENCY, aMissionEvent } from './testing/neighbours.js';
import { ADMINISTRATOR } from './testing/ticket-desk.js';

const clock = new SystemClock();

const OPERATOR = 'exploitant@intervia.example';
const TOKEN = 'un jeton assez long';
const ACCOUNT = { user: 'tilleuls', password: 'mot de passe de l’agence' };
const CALLER = { agencyId: AGENCY, actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire Moreau' } };
const PEM = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

jest.setTimeout(60_000);

describe('delivery', () => {
  let house: House;
  let own: MailServer;
  let operatorPort: number;
  let ticketId: string;
  let mail: string;
  let mobile: string;

  beforeAll(async () => {
    operatorPort = await freePort();
    own = await startMailServer({ account: ACCOUNT });
    house = await openHouse({
      OPERATOR_PORT: operatorPort,
      OPERATOR_TOKEN: TOKEN,
      OPERATOR_MAIL: OPERATOR,
      SMS_CREDITS_THRESHOLD: 500,
    });
  });

  afterAll(async () => {
    await house.close();
    await own.stop();
  });

  beforeEach(() => {
    ticketId = randomUUID();
    mail = `${randomUUID()}@martin.example`;
    mobile = `+336${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  });

  const delivery = () => house.bus.service(DeliveryService);
  const ask = async () => {
    await house.publish(
      InvoiceRequestedSchema,
      ticketId,
      aMissionEvent(ticketId, { mails: [mail], mobiles: [mobile] }),
    );
    return house.settled(ticketId, 2);
  };

  describe('through an agency’s own accounts', () => {
    const settings = () => ({
      mail: {
        host: '127.0.0.1',
        port: own.port,
        user: ACCOUNT.user,
        password: ACCOUNT.password,
        from: 'intervention@tilleuls.example',
      },
      dkim: { selector: 'mail', domain: 'tilleuls.example', privateKey: PEM },
      sms: {
        appKey: AGENCY_SMS.appKey,
        appSecret: AGENCY_SMS.appSecret,
        consumerKey: AGENCY_SMS.consumerKey,
        service: AGENCY_SMS.service,
        sender: 'LESTILLEULS',
      },
      creditsThreshold: 500,
    });
    const model = () => house.app().get<Model<ChannelSettingsDocument>>(getModelToken(CHANNEL_SETTINGS));
    const save = (draft: object) => delivery().saveChannels({ caller: CALLER, settings: draft });

    afterEach(() => model().deleteMany({}));

    it('sends in its name, signed for its domain', async () => {
      await save(settings());
      expect((await ask()).map(({ delivery: state }) => state)).toEqual([Delivery.SENT, Delivery.SENT]);
      const sent = own.mails().find(({ deliveredTo }) => deliveredTo.includes(mail));
      expect(sent).toMatchObject({ user: ACCOUNT.user, returnPath: 'intervention@tilleuls.example' });
      expect(sent?.from?.text).toContain('intervention@tilleuls.example');
      expect(sent?.source.toString()).toMatch(/^DKIM-Signature:[\s\S]*?d=tilleuls\.example/m);
      expect(house.ovh.messages().find(({ receiver }) => receiver === mobile)?.sender).toBe('LESTILLEULS');
    });

    it('never gives a secret back, and stores none in the clear', async () => {
      const saved = await save(settings());
      const read = await delivery().getChannels({ caller: CALLER });
      for (const { settings: shown } of [saved, read]) {
        expect(shown).toMatchObject({
          mail: { hasPassword: true },
          dkim: { hasPrivateKey: true },
          version: 1,
        });
        expect(shown?.receiptsUrl).toMatch(/\/receipts\/sms\/agency-1\.[0-9a-f]{64}\/receipt$/);
      }
      const stored = JSON.stringify(await model().findById(AGENCY).lean());
      for (const shown of [stored, JSON.stringify([saved, read])]) {
        for (const secret of [ACCOUNT.password, AGENCY_SMS.appSecret, AGENCY_SMS.consumerKey, 'PRIVATE KEY'])
          expect(shown).not.toContain(secret);
      }
    });

    it('keeps the secrets that are not typed again, but not for another server', async () => {
      await save(settings());
      const { mail: account, dkim, sms, ...rest } = settings();
      const untyped = {
        ...rest,
        version: 1,
        mail: { ...account, password: undefined },
        dkim: { ...dkim, privateKey: undefined },
        sms: { ...sms, appSecret: undefined, consumerKey: undefined },
      };
      const { settings: kept } = await save(untyped);
      expect(kept).toMatchObject({ mail: { hasPassword: true }, sms: { hasSecrets: true }, version: 2 });
      await expect(save(untyped)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
      const elsewhere = { host: 'mail.ailleurs.example', port: 465 };
      const moved = [elsewhere, { port: own.port + 1 }, { secure: true }, { user: 'autre' }];
      for (const [at, change] of moved.entries()) {
        const version = 2 + at * 2;
        const changed = { ...untyped, version, mail: { ...untyped.mail, ...change } };
        expect((await save(changed)).settings?.mail?.hasPassword).toBe(false);
        await save({ ...settings(), version: version + 1 });
      }
    });

    it('takes no DKIM key that is broken already', async () => {
      const key = (bits: number) =>
        generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({
          type: 'pkcs8',
          format: 'pem',
        });
      const { dkim } = settings();
      await expect(
        save({ creditsThreshold: 0, dkim: { ...dkim, privateKey: key(1024).toString() } }),
      ).rejects.toMatchObject({ fields: [{ field: 'dkim.privateKey', code: 'KEY_TOO_SHORT' }] });
      const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
      await expect(
        save({ creditsThreshold: 0, dkim: { ...dkim, privateKey: ed25519.toString() } }),
      ).rejects.toMatchObject({ fields: [{ field: 'dkim.privateKey', code: 'INVALID' }] });
    });

    it('names what cannot be used', async () => {
      const { mail: account, dkim, sms } = settings();
      const wrong = {
        mail: { ...account, host: 'pas un hôte', port: 0, from: 'personne' },
        dkim: { ...dkim, privateKey: 'clef' },
        sms: { ...sms, sender: 'BEAUCOUP TROP LONG', appSecret: undefined },
      };
      await expect(save(wrong)).rejects.toMatchObject({
        code: 'INVALID_CHANNELS',
        fields: [
          { field: 'mail.host' },
          { field: 'mail.port' },
          { field: 'mail.from' },
          { field: 'dkim.privateKey' },
          { field: 'sms.sender' },
          { field: 'sms.appSecret' },
        ],
      });
    });

    it('warns the administrators once when credits run out, and again the next time', async () => {
      const check = () => house.app().get(CheckCreditsHandler).execute();
      const warned = (address: string) =>
        house.smtp.mails().filter(({ deliveredTo }) => deliveredTo.includes(address)).length;
      const soon = (count: number) =>
        eventually(
          () => ([OPERATOR, ADMINISTRATOR].every((who) => warned(who) === count) ? true : undefined),
          {
            what: `${count} warnings`,
          },
        );
      await save({ ...settings(), mail: undefined, dkim: undefined });
      house.ovh.setCredits(10);
      await check();
      await soon(1);
      await check();
      house.ovh.setCredits(100_000);
      await check();
      house.ovh.setCredits(10);
      await check();
      await soon(2);
      const { settings: shown } = await delivery().getChannels({ caller: CALLER });
      expect(shown?.creditsLeft).toBeLessThanOrEqual(10);
      house.ovh.setCredits(100_000);
    });
  });

  describe('of alerts in a daily digest', () => {
    const CLAIRE = 'claire@tilleuls.example';
    const digests = () => house.app().get(SendDigestsHandler);
    const preferences = () =>
      house.app().get<Model<DigestPreferenceDocument>>(getModelToken(DIGEST_PREFERENCE));
    const toClaire = () => house.smtp.mails().filter(({ deliveredTo }) => deliveredTo.includes(CLAIRE));
    const choose = (digest: boolean) =>
      delivery().saveAlertPreference({ caller: CALLER, preference: { digest, hour: 7 } });
    const alert = async (id: string) => {
      const { ticket, mission } = aMissionEvent(id, { mails: [mail] });
      const toldUsers = [create(UserRefSchema, { id: 'user-1', name: 'Claire Moreau', mail: CLAIRE })];
      await house.publish(InvoiceReceivedSchema, id, { ticket: { ...ticket, toldUsers }, mission });
    };
    const collected = (id: string) =>
      eventually(async () => ((await house.journal(id)).length === 1 ? true : undefined));
    const sevenOClock = () => preferences().updateMany({}, { $set: { dueAt: clock.now() } });

    it('puts each alert into exactly one, whoever makes it and however often', async () => {
      expect((await choose(true)).preference).toMatchObject({ digest: true, hour: 7 });
      const [first, second] = [randomUUID(), randomUUID()];
      for (const id of [first, second]) await alert(id);
      for (const id of [first, second]) await collected(id);
      const [waiting] = await house.journal(first);
      expect(waiting).toMatchObject({ delivery: Delivery.QUEUED, reason: 'dans le récapitulatif quotidien' });
      const before = toClaire().length;

      await sevenOClock();
      await Promise.all([digests().execute(), digests().execute()]);
      await eventually(() => (toClaire().length === before + 1 ? true : undefined), { what: 'a digest' });
      const digest = toClaire().at(-1);
      expect(digest?.subject).toBe('Récapitulatif de vos tickets : 2 alertes');
      for (const id of [first, second]) {
        expect(digest?.text).toContain(id);
        expect((await house.journal(id))[0]).toMatchObject({ delivery: Delivery.SENT });
      }

      const third = randomUUID();
      await alert(third);
      await collected(third);
      await sevenOClock();
      await digests().execute();
      await digests().execute();
      await eventually(() => (toClaire().length === before + 2 ? true : undefined), {
        what: 'the next digest',
      });
      expect(toClaire().at(-1)?.text).toContain(third);
      expect(toClaire().at(-1)?.text).not.toContain(first);
    });

    it('sends what waits, and single mails again, once nobody wants digests', async () => {
      await choose(true);
      await alert(ticketId);
      await collected(ticketId);
      await choose(false);
      await digests().execute();
      await eventually(() => toClaire().find(({ text }) => text?.includes(ticketId)));
      const single = randomUUID();
      await alert(single);
      expect((await house.settled(single, 1))[0]).toMatchObject({
        channel: Channel.MAIL,
        delivery: Delivery.SENT,
      });
    });
  });

  it('shows its queues to operators only', async () => {
    const url = `http://127.0.0.1:${operatorPort}/queues`;
    const basic = (password: string) => ({
      authorization: `Basic ${Buffer.from(`op:${password}`).toString('base64')}`,
    });
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(`${url}/api/queues`, { headers: basic('autre') })).status).toBe(401);
    const page = await fetch(url, { headers: basic(TOKEN) });
    expect(page.status).toBe(200);
    const answer = await fetch(`${url}/api/queues`, {
      headers: { authorization: `Bearer ${encodeURI(TOKEN)}` },
    });
    expect(answer.status).toBe(401);
    const queues = await fetch(`${url}/api/queues`, { headers: basic(TOKEN) });
    expect(JSON.stringify(await queues.json())).toContain('notifications-mail');
  });
});
