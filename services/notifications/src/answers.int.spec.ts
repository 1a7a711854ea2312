import 'reflect-metadata';
import {
  ActorKind,
  Channel,
  Delivery,
  DeliveryService,
  InvoiceRequestedSchema,
  MessagePostedSchema,
  ReviewState,
  SmsReport,
} from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { AppError } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { PollSmsHandler } from './application/delivery/poll-sms.handler.js';
import { CallbackSecrets } from './application/ports/accounts/callback-secrets.js';
import { RECEIVED } from './adapters/mongo/received.repository.js';
import type { House } from './testing/house.js';
import { openHouse } from './testing/house.js';
import type { Answer } from './testing/mails.builder.js';
import { aBounce, aReadingReport, anAnswer as anAnswerOf } from './testing/mails.builder.js';
import { AGENCY, aMissionEvent } from './testing/neighbours.js';

const CALLER = { agencyId: AGENCY, actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire Moreau' } };

describe('answers', () => {
  jest.setTimeout(60_000);
  let house: House;
  let ticketId: string;
  let mail: string;
  let mobile: string;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(() => house.close());

  beforeEach(() => {
    ticketId = randomUUID();
    mail = `${randomUUID()}@martin.example`;
    mobile = `+336${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
    house.desk.refusal = undefined;
  });

  const delivery = () => house.bus.service(DeliveryService);

  /** The contractor is asked for its invoice, by mail and SMS. */
  const ask = async () => {
    await house.publish(
      InvoiceRequestedSchema,
      ticketId,
      aMissionEvent(ticketId, { mails: [mail], mobiles: [mobile] }),
    );
    await house.settled(ticketId, 2);
    return house.smtp.mails().find(({ deliveredTo }) => deliveredTo.includes(mail))!;
  };

  const anAnswer = (to: string, answer: Partial<Answer> = {}) => anAnswerOf(mail, to, answer);
  const replyTo = async () => (await ask()).replyTo?.value[0]?.address ?? '';
  const posts = () => [...house.desk.posted.values()].filter((post) => post.ticketId === ticketId);
  const posted = (count = 1) =>
    eventually(() => (posts().length >= count ? posts() : undefined), { what: `${count} answers filed` });
  const allSeen = () =>
    eventually(async () => ((await house.imap.mails()).every(({ seen }) => seen) ? true : undefined), {
      what: 'a mailbox that was read',
      timeoutMs: 20_000,
    });
  const reviews = async (state = ReviewState.OPEN) => {
    const found = await delivery().listReviews({ caller: CALLER, state, limit: 200 });
    return found.reviews.filter(({ sender }) => [mail, mobile].includes(sender));
  };
  const aReview = () => eventually(async () => (await reviews())[0], { what: 'a review' });

  it('by mail go to the mission they answer, cut, with their documents', async () => {
    const parts =
      '--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="facture.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjcKJSVFT0YK\n' +
      '--x\nContent-Type: application/zip\nContent-Disposition: attachment; filename="tout.zip"\nContent-Transfer-Encoding: base64\n\nUEsDBBQAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n';
    await house.imap.deliver(anAnswer(await replyTo(), { parts }));
    const [post] = await posted();
    expect(post).toMatchObject({
      missionId: `${ticketId}-m`,
      subject: 'ODS 1042',
      text: 'Elle part demain.\n[pièce jointe non conservée : tout.zip]',
      received: true,
      documents: [{ name: 'facture.pdf', mediaType: 'application/pdf' }],
    });
    expect(post?.context?.caller?.actor).toMatchObject({ kind: ActorKind.CONTRACTOR, id: `${ticketId}-m` });
    const files = await LocalFileStore.open(house.filesDir);
    const kept = await buffer(await files.open(AGENCY, post?.documents[0]?.id ?? ''));
    expect(kept.toString()).toBe('%PDF-1.7\n%%EOF\n');
    await allSeen();
  });

  it('to a message go into its thread', async () => {
    const { ticket } = aMissionEvent(ticketId, { mails: [] });
    await house.publish(MessagePostedSchema, ticketId, {
      ticket: { ...ticket, toldUsers: [] },
      correspondent: {
        id: 'owner-1',
        person: { name: 'M. Roux', reach: { mails: [mail], channels: { mail: true } } },
      },
      threadId: 'thread-1',
      subject: 'Volets',
      text: 'Êtes-vous d’accord ?',
    });
    await house.settled(ticketId, 1);
    const sent = house.smtp.mails().find(({ deliveredTo }) => deliveredTo.includes(mail))!;
    const headers = `In-Reply-To: ${sent.messageId}\n`;
    await house.imap.deliver(anAnswer(sent.replyTo?.value[0]?.address ?? '', { headers }));
    const [post] = await posted();
    expect(post).toMatchObject({ correspondentId: 'owner-1', missionId: '', threadId: 'thread-1' });
    expect(post?.context?.caller?.actor).toMatchObject({ kind: ActorKind.OWNER, id: 'owner-1' });
  });

  it('are filed once, whatever crashes', async () => {
    const to = await replyTo();
    // Taken, and the acceptance lost on its way back; then read again, and once more by hand.
    house.desk.losesAnswer = true;
    await house.imap.deliver(anAnswer(to));
    await posted();
    await house.restart();
    await allSeen();
    await house.imap.markUnseen();
    const calls = house.desk.calls;
    await house.restart();
    await allSeen();
    expect(posts()).toHaveLength(1);
    expect(house.desk.calls).toBe(calls);

    // As after a death between the ticket's acceptance and our own note of it.
    await house.app().get<Model<unknown>>(getModelToken(RECEIVED)).deleteMany({});
    await house.imap.markUnseen();
    await house.restart();
    await allSeen();
    expect(posts()).toHaveLength(1);
    expect(house.desk.calls).toBeGreaterThan(calls);
  });

  it('are read after the mailbox was away', async () => {
    const to = await replyTo();
    await house.imap.kill();
    await house.imap.restart();
    await house.imap.deliver(anAnswer(to));
    await posted();
  });

  it('that a ticket no longer takes wait for somebody to sort them', async () => {
    house.desk.refusal = new AppError('TICKET_ALREADY_CLOSED', 'conflict');
    await house.imap.deliver(anAnswer(await replyTo()));
    const review = await aReview();
    expect(review).toMatchObject({
      channel: Channel.MAIL,
      text: 'Elle part demain.',
      reason: 'le ticket est clôturé',
    });
    house.desk.refusal = undefined;
    const target = { reviewId: review.id, ticketId, missionId: 'other' };
    const { review: sorted } = await delivery().assignReview({ caller: CALLER, ...target });
    expect(sorted).toMatchObject({ state: ReviewState.ASSIGNED, ticketId, settledBy: { id: 'user-1' } });
    expect(posts()).toMatchObject([{ missionId: 'other', received: true, text: 'Elle part demain.' }]);
    await expect(delivery().assignReview({ caller: CALLER, ...target })).rejects.toMatchObject({
      code: 'REVIEW_ALREADY_SETTLED',
    });
    expect(posts()).toHaveLength(1);
  });

  it('of nobody known are sorted or dismissed, by their own agency only', async () => {
    await house.imap.deliver(anAnswer('reponses@intervia.example'));
    const { id, reason } = await aReview();
    expect(reason).toBe('expéditeur inconnu');
    const foreign = { ...CALLER, agencyId: 'agency-2' };
    expect((await delivery().listReviews({ caller: foreign })).reviews).toEqual([]);
    await expect(delivery().dismissReview({ caller: foreign, reviewId: id })).rejects.toMatchObject({
      code: 'REVIEW_NOT_FOUND',
    });
    await delivery().dismissReview({ caller: CALLER, reviewId: id });
    expect(await reviews()).toEqual([]);
    expect(await reviews(ReviewState.DISMISSED)).toHaveLength(1);
  });

  it('with a forged address go nowhere by themselves', async () => {
    const forged = (await replyTo()).replace(/\.[0-9a-f]{16}@/, '.0123456789abcdef@');
    await house.imap.deliver(anAnswer(forged));
    const { reason } = await aReview();
    expect(reason).toMatch(/^expéditeur connu/);
    expect(posts()).toEqual([]);
  });

  it('of a server that returns a mail fail it, with the reason', async () => {
    const sent = await ask();
    await house.imap.deliver(aBounce(sent, mail));
    const failed = await eventually(
      async () => (await house.journal(ticketId)).find(({ delivery: state }) => state === Delivery.FAILED),
      { what: 'a failed mail' },
    );
    expect(failed.reason).toBe(`revenu à l’expéditeur : ${mail} : 550 5.1.1 user unknown`);
    await eventually(() =>
      house.neighbours.told.find((event) => event.ticketId === ticketId && 'reason' in event),
    );
  });

  it('of a reader’s program acknowledge the reading', async () => {
    const sent = await ask();
    await house.imap.deliver(aReadingReport(sent, mail));
    const acknowledged = await eventually(() =>
      [...house.desk.acknowledged.values()].find((request) => request.ticketId === ticketId),
    );
    expect(acknowledged.missionId).toBe(`${ticketId}-m`);
    expect(posts()).toEqual([]);
  });

  describe('by SMS', () => {
    const report = (kind: SmsReport, providerId: number | string) => {
      const secret = house.app().get(CallbackSecrets).of('platform') ?? '';
      return delivery().reportSms({ secret, report: kind, providerId: String(providerId) });
    };
    const smsId = () => house.ovh.messages().find(({ receiver }) => receiver === mobile)?.id ?? 0;
    const state = async () => (await house.journal(ticketId)).find(({ channel }) => channel === Channel.SMS);

    it('go to the mission that the number was last written to about, once', async () => {
      await ask();
      const id = house.ovh.receive(mobile, 'Oui, demain 8 h');
      await report(SmsReport.INCOMING, id);
      await report(SmsReport.INCOMING, id);
      expect(posts()).toMatchObject([
        { missionId: `${ticketId}-m`, text: 'Oui, demain 8 h', received: true },
      ]);
    });

    it('of an unknown number wait for somebody to sort them', async () => {
      await report(SmsReport.INCOMING, house.ovh.receive(mobile, 'Bonjour'));
      expect(await aReview()).toMatchObject({ channel: Channel.SMS, text: 'Bonjour' });
    });

    it('of the network say that an SMS arrived', async () => {
      await ask();
      await report(SmsReport.RECEIPT, smsId());
      expect(await state()).toMatchObject({ delivery: Delivery.DELIVERED });
    });

    it('of the network say that it did not, and nothing before they are final', async () => {
      house.ovh.setFate(mobile, 2);
      await ask();
      await report(SmsReport.RECEIPT, smsId());
      expect(await state()).toMatchObject({ delivery: Delivery.SENT });
      house.ovh.setFate(mobile, 23);
      await report(SmsReport.RECEIPT, smsId());
      expect(await state()).toMatchObject({
        delivery: Delivery.FAILED,
        reason: `non remis par l’opérateur téléphonique : ${mobile} (23)`,
      });
    });

    it('and receipts are asked for where OVH cannot call', async () => {
      house.ovh.setFate(mobile, 1);
      await ask();
      const { SMS_CALLBACK_KEY } = house.env;
      await house.restart({ SMS_CALLBACK_KEY: undefined });
      house.ovh.receive(mobile, 'Demain');
      house.ovh.setFate(mobile, 4);
      const poll = house.app().get(PollSmsHandler);
      await poll.execute();
      await poll.execute();
      expect(posts()).toMatchObject([{ text: 'Demain' }]);
      expect(await state()).toMatchObject({ delivery: Delivery.DELIVERED });
      await house.restart({ SMS_CALLBACK_KEY });
    });

    it('are not lost when OVH called while nobody was there', async () => {
      house.ovh.setFate(mobile, 1);
      await ask();
      house.ovh.receive(mobile, 'Je suis en route');
      house.ovh.setFate(mobile, 4);
      await house.restart();
      expect(await posted()).toMatchObject([{ text: 'Je suis en route' }]);
      await eventually(async () => ((await state())?.delivery === Delivery.DELIVERED ? true : undefined));
    });

    it('are read at the provider only, whatever the caller says', async () => {
      await ask();
      const made = { report: SmsReport.RECEIPT, providerId: String(smsId()) };
      await expect(delivery().reportSms({ ...made, secret: 'platform.0' })).rejects.toMatchObject({
        code: 'RECEIPT_REFUSED',
      });
      await report(SmsReport.RECEIPT, '999999');
      await report(SmsReport.RECEIPT, '../jobs');
      expect(await state()).toMatchObject({ delivery: Delivery.SENT });
    });
  });
});
