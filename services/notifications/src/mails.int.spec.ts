import 'reflect-metadata';
import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { SystemClock } from '@intervia/clock';
import type { DocumentRef } from '@intervia/contracts';
import {
  AppointmentCancelledSchema,
  AppointmentSchema,
  Delivery,
  InvoiceRequestedSchema,
  MissionContextSchema,
  PersonSchema,
  Status,
  TicketClosedSchema,
  TicketContextSchema,
  UserRefSchema,
  WorkOrderAcceptedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { eventually } from '@intervia/testing';
import type { House } from './testing/house.js';
import { REPLY_ADDRESS, openHouse } from './testing/house.js';
import { aMissionEvent } from './testing/neighbours.js';

const clock = new SystemClock();

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const DNS_KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const SIGNED = /^reponses\+[0-9a-f]{20}\.[0-9a-f]{16}@intervia\.example$/;

describe('mails', () => {
  jest.setTimeout(60_000);
  let house: House;
  let files: LocalFileStore;
  let ticketId: string;
  let mail: string;

  beforeAll(async () => {
    house = await openHouse({ DKIM_PRIVATE_KEY: PEM, DKIM_SELECTOR: 'intervia' });
    files = await LocalFileStore.open(house.filesDir);
  });

  afterAll(() => house.close());

  beforeEach(() => {
    ticketId = randomUUID();
    mail = `${randomUUID()}@martin.example`;
  });

  const received = () => house.smtp.mails().filter(({ deliveredTo }) => deliveredTo.includes(mail));
  const last = () => received().at(-1)!;
  const eventuallyMails = (count: number) =>
    eventually(() => (received().length === count ? true : undefined), { what: `${count} mails` });

  const aDocument = async (name: string, bytes: number): Promise<Omit<DocumentRef, '$typeName'>> => {
    const content = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.alloc(bytes, 'x'),
      Buffer.from('\n%%EOF\n'),
    ]);
    return files.put('agency-1', name, Readable.from([content]));
  };

  const event = () => {
    const { ticket, mission } = aMissionEvent(ticketId, { mails: [mail] });
    return { ticket, mission };
  };
  const withNotified = (start: Date) => {
    const told = aMissionEvent(ticketId, { mails: [] });
    const ticket = create(TicketContextSchema, told.ticket);
    const reach = { mails: [mail], channels: { mail: true } };
    ticket.notified = [create(PersonSchema, { name: 'Mme Petit', reach })];
    const mission = create(MissionContextSchema, told.mission);
    mission.appointment = create(AppointmentSchema, {
      start: timestampFromDate(start),
      durationMinutes: 90,
    });
    return { ticket, mission };
  };

  it('carry the documents of the request, and name those that are too large', async () => {
    const attachments = [await aDocument('plan.pdf', 2_000), await aDocument('film.pdf', 11 * 1024 * 1024)];
    await house.publish(WorkOrderRequestedSchema, ticketId, { ...event(), attachments });
    await house.settled(ticketId, 2);
    const { attachments: sent, text } = last();
    expect(sent.map(({ filename, contentType, size }) => [filename, contentType, size])).toEqual([
      ['plan.pdf', 'application/pdf', attachments[0]?.size],
    ]);
    expect(text).toContain('film.pdf');
    expect(text).not.toContain('plan.pdf');
  });

  it('wait for a document that is not there, and report it in the journal meanwhile', async () => {
    const lost = { ...(await aDocument('perdu.pdf', 10)), id: randomUUID() };
    await house.publish(WorkOrderRequestedSchema, ticketId, { ...event(), attachments: [lost] });
    await house.settled(ticketId, 1);
    const waiting = (await house.journal(ticketId)).find(({ delivery }) => delivery === Delivery.QUEUED);
    expect(waiting?.reason).toContain('FILE_NOT_FOUND');
    expect(received()).toEqual([]);
  });

  it('are answered to an address signed for the mission, and come back to it', async () => {
    await house.publish(InvoiceRequestedSchema, ticketId, event());
    await house.settled(ticketId, 1);
    expect(last().replyTo?.value[0]?.address).toMatch(SIGNED);
    expect(last().returnPath).toMatch(SIGNED);
    expect(last().headers.has('disposition-notification-to')).toBe(false);
  });

  it('ask for an acknowledgement of reading where the ticket wants one', async () => {
    await house.publish(WorkOrderRequestedSchema, ticketId, { ...event(), readReceipt: true });
    await house.settled(ticketId, 2);
    expect(last().headers.get('disposition-notification-to')).toMatchObject({
      text: expect.stringMatching(SIGNED),
    });
  });

  it('are one thread per ticket and reader', async () => {
    for (const count of [1, 2, 3]) {
      await house.publish(InvoiceRequestedSchema, ticketId, event());
      await house.settled(ticketId, count);
    }
    const [first, second, third] = received();
    expect(first?.inReplyTo).toBeUndefined();
    expect(second?.inReplyTo).toBe(first?.messageId);
    expect(third?.inReplyTo).toBe(second?.messageId);
    expect(third?.references).toEqual([first?.messageId, second?.messageId]);
  });

  it('are signed for the domain of their sender', async () => {
    await house.publish(InvoiceRequestedSchema, ticketId, event());
    await house.settled(ticketId, 1);
    const resolver = async (name: string) => {
      if (name !== 'intervia._domainkey.intervia.example') throw new Error(`Unexpected query ${name}`);
      return [[`v=DKIM1; k=rsa; p=${DNS_KEY}`]];
    };
    const { results } = await dkimVerify(last().source, { resolver });
    expect(results.map(({ status }) => status.result)).toEqual(['pass']);
  });

  describe('of an appointment', () => {
    const tomorrow = new Date(Math.ceil(clock.now().getTime() / 3_600_000) * 3_600_000 + 24 * 3_600_000);
    const field = (name: string): string => {
      const calendar = calendarOf(last().source.toString());
      return new RegExp(`^${name}[:;](.*)$`, 'm').exec(calendar)?.[1]?.trim() ?? '';
    };

    it('invite, and take the invitation back when it is off', async () => {
      await house.publish(WorkOrderAcceptedSchema, ticketId, withNotified(tomorrow));
      await eventuallyMails(1);
      const invited = { uid: field('UID'), sequence: Number(field('SEQUENCE')) };
      expect(field('METHOD')).toBe('REQUEST');
      expect(invited.uid).toBe(`mission-${ticketId}-m@intervia`);
      expect(field('DTSTART')).toBe(tomorrow.toISOString().replace(/[-:]|\.000/g, ''));
      expect(last().source.toString()).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);

      const later = new Date(clock.now().getTime() + 60_000);
      await house.publish(AppointmentCancelledSchema, ticketId, withNotified(tomorrow), later);
      await eventuallyMails(2);
      expect(field('METHOD')).toBe('CANCEL');
      expect(field('STATUS')).toBe('CANCELLED');
      expect(field('UID')).toBe(invited.uid);
      expect(Number(field('SEQUENCE'))).toBeGreaterThan(invited.sequence);
    });

    it('are the same organizer’s when the ticket gets another manager', async () => {
      const told = withNotified(tomorrow);
      await house.publish(WorkOrderAcceptedSchema, ticketId, told);
      await eventuallyMails(1);
      const organizer = field('ORGANIZER');
      expect(organizer).toContain('contact@tilleuls.example');
      const manager = create(UserRefSchema, { id: 'user-2', name: 'Paul', mail: 'paul@tilleuls.example' });
      told.ticket.manager = manager;
      await house.publish(AppointmentCancelledSchema, ticketId, told);
      await eventuallyMails(2);
      expect(last().replyTo?.text).toBe('paul@tilleuls.example');
      expect(field('ORGANIZER')).toBe(organizer);
    });

    it('are all taken back when the ticket is closed before', async () => {
      const { ticket, mission } = withNotified(tomorrow);
      const other = { ...mission, missionId: `${ticketId}-n` };
      const missions = [mission, other].map((one) => ({
        ...one,
        status: Status.WORK_ORDER_ACCEPTED,
        visitExpected: true,
      }));
      await house.publish(TicketClosedSchema, ticketId, { ticket, missions });
      await eventuallyMails(1);
      const calendars = last().attachments.map(({ content }) => content.toString());
      const cancelled = calendars.filter((text) => text.includes('METHOD:CANCEL'));
      const uids = cancelled.map((text) => /^UID:(.*?)\r?$/m.exec(text)?.[1]);
      expect(new Set(uids)).toEqual(
        new Set([`mission-${ticketId}-m@intervia`, `mission-${ticketId}-n@intervia`]),
      );
      expect(last().text).toContain('n’a plus lieu');
    });

    it('say nothing to calendars about one that is past', async () => {
      await house.publish(
        AppointmentCancelledSchema,
        ticketId,
        withNotified(new Date(clock.now().getTime() - 24 * 3_600_000)),
      );
      await eventuallyMails(1);
      expect(last().source.toString()).not.toContain('text/calendar');
    });
  });

  it('leave no address of the agency to whom it hides its own', async () => {
    const { ticket, mission } = event();
    await house.publish(InvoiceRequestedSchema, ticketId, {
      ticket: { ...ticket, hideAgencyMail: true },
      mission,
    });
    await house.settled(ticketId, 1);
    expect(last().source.toString('utf8')).not.toContain('contact@tilleuls.example');
    expect(last().replyTo?.value[0]?.address).not.toBe(REPLY_ADDRESS);
  });
});

/** The base64 part of a mail that is the calendar, unfolded. */
function calendarOf(source: string): string {
  const part = /application\/ics[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(source)?.[1] ?? '';
  return Buffer.from(part, 'base64')
    .toString('utf8')
    .replace(/\r\n[ \t]/g, '');
}
