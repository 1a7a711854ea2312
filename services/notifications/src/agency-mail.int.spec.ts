import 'reflect-metadata';
import { ActorKind, DeliveryService, InvoiceRequestedSchema, MailProbe } from '@intervia/contracts';
import type { MailServer } from '@intervia/test';
import { startMailServer } from '@intervia/test';
import { eventually, freePort } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { ChannelSettingsDocument } from './adapters/mongo/channel-settings.schema.js';
import { CHANNEL_SETTINGS } from './adapters/mongo/channel-settings.schema.js';
import type { House } from './testing/house.js';
import { openHouse } from './testing/house.js';
import { AGENCY, aMissionEvent } from './testing/neighbours.js';

const ACCOUNT = { user: 'tilleuls', password: 'mot de passe de l’agence' };
const CALLER = { agencyId: AGENCY, actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire Moreau' } };

jest.setTimeout(60_000);

describe('a mail server that an agency names', () => {
  let house: House;
  let own: MailServer;
  let ticketId: string;
  let mail: string;

  beforeAll(async () => {
    own = await startMailServer({ account: ACCOUNT });
    house = await openHouse();
  });
  afterAll(async () => {
    await house.close();
    await own.stop();
  });
  beforeEach(() => {
    ticketId = randomUUID();
    mail = `${randomUUID()}@martin.example`;
  });
  afterEach(() =>
    house.app().get<Model<ChannelSettingsDocument>>(getModelToken(CHANNEL_SETTINGS)).deleteMany({}),
  );

  const delivery = () => house.bus.service(DeliveryService);
  const settings = () => ({
    mail: {
      host: '127.0.0.1',
      port: own.port,
      user: ACCOUNT.user,
      password: ACCOUNT.password,
      from: 'intervention@tilleuls.example',
    },
  });
  const save = (draft: object) => delivery().saveChannels({ caller: CALLER, settings: draft });

  it('sends nothing to a host inside, whatever it is called, and repeats nothing of what answers there', async () => {
    await house.restart({ OUTSIDE_ALLOWED: '' });
    try {
      const { mail: account } = settings();
      for (const host of [
        '127.0.0.1',
        '0x7f000001',
        '2130706433',
        '0',
        'localhost',
        'metadata.google.internal',
      ])
        await expect(
          save({ creditsThreshold: 0, mail: { ...account, host, port: 25 } }),
        ).rejects.toMatchObject({ fields: [{ field: 'mail.host', code: 'HOST_NOT_PUBLIC' }] });
      await expect(
        save({ creditsThreshold: 0, mail: { ...account, host: 'mail.example', port: 4222 } }),
      ).rejects.toMatchObject({ fields: [{ field: 'mail.port', code: 'PORT_REFUSED' }] });
      // Saved before this was looked at, or a name that leads inside since.
      await house.restart({ OUTSIDE_ALLOWED: '127.0.0.1' });
      await save({ creditsThreshold: 0, mail: { ...account, host: '127.0.0.1' } });
      await house.restart({ OUTSIDE_ALLOWED: '' });
      await house.publish(
        InvoiceRequestedSchema,
        ticketId,
        aMissionEvent(ticketId, { mails: [mail], mobiles: [] }),
      );
      const [waiting] = await eventually(async () => {
        const journal = await house.journal(ticketId);
        return journal.some(({ reason }) => reason.includes('serveur')) ? journal : undefined;
      });
      expect(waiting?.reason).toContain('serveur introuvable ou non autorisé');
      expect(own.mails().filter(({ deliveredTo }) => deliveredTo.includes(mail))).toEqual([]);
    } finally {
      await house.restart({ OUTSIDE_ALLOWED: '127.0.0.1' });
    }
  });

  it('shows no word of a server that is none', async () => {
    const bus = createServer((socket) => socket.end('INFO {"server_id":"SECRET-OF-THE-BUS"}\r\n'));
    await once(bus.listen(0, '127.0.0.1'), 'listening');
    try {
      const { port } = bus.address() as AddressInfo;
      const account = { ...settings().mail, port };
      await save({ creditsThreshold: 0, mail: account });
      await house.publish(
        InvoiceRequestedSchema,
        ticketId,
        aMissionEvent(ticketId, { mails: [mail], mobiles: [] }),
      );
      const journal = await eventually(async () => {
        const found = await house.journal(ticketId);
        return found.some(({ reason }) => reason !== '') ? found : undefined;
      });
      expect(
        JSON.stringify(journal, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
      ).not.toContain('SECRET');
      expect((await test(account)).result).toBe(MailProbe.TLS);
    } finally {
      bus.close();
    }
  });

  const test = (account: object) => delivery().testMailAccount({ caller: CALLER, mail: account });

  it('says of a test what is wrong: host, port, TLS, password, sender', async () => {
    const { mail: account } = settings();
    expect((await test(account)).result).toBe(MailProbe.OK);
    const claire = own.mails().filter(({ subject }) => subject === 'Essai de votre compte e-mail');
    expect(claire).toHaveLength(1);
    expect((await test({ ...account, password: 'faux' })).result).toBe(MailProbe.PASSWORD);
    expect((await test({ ...account, port: await freePort() })).result).toBe(MailProbe.PORT);
    expect((await test({ ...account, secure: true })).result).toBe(MailProbe.TLS);
    const nowhere = { ...account, host: 'mail.nulle-part.invalid', port: 465 };
    expect((await test(nowhere)).result).toBe(MailProbe.HOST);
    await expect(test({ ...account, host: '10.0.0.1', port: 25 })).rejects.toMatchObject({
      fields: [{ field: 'mail.host', code: 'HOST_NOT_PUBLIC' }],
    });
  });
});
