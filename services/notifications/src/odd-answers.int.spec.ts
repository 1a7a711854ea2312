import 'reflect-metadata';
import {
  ActorKind,
  Delivery,
  DeliveryService,
  InvoiceRequestedSchema,
  ReviewState,
} from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { House } from './testing/house.js';
import { openHouse } from './testing/house.js';
import { aBounce, anAnswer as anAnswerOf } from './testing/mails.builder.js';
import type { Answer } from './testing/mails.builder.js';
import { AGENCY, aMissionEvent } from './testing/neighbours.js';

const CALLER = { agencyId: AGENCY, actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire Moreau' } };

describe('answers by mail of an odd kind', () => {
  jest.setTimeout(60_000);
  let house: House;
  let ticketId: string;
  let mail: string;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(() => house.close());

  const another = () => {
    [ticketId, mail] = [randomUUID(), `${randomUUID()}@martin.example`];
  };
  beforeEach(another);

  const ask = async () => {
    await house.publish(InvoiceRequestedSchema, ticketId, aMissionEvent(ticketId, { mails: [mail] }));
    await house.settled(ticketId, 1);
    return house.smtp.mails().find(({ deliveredTo }) => deliveredTo.includes(mail))!;
  };
  const anAnswer = (to: string, answer: Partial<Answer> = {}) => anAnswerOf(mail, to, answer);
  const replyTo = async () => (await ask()).replyTo?.value[0]?.address ?? '';
  const posts = () => [...house.desk.posted.values()].filter((post) => post.ticketId === ticketId);
  const posted = () =>
    eventually(() => (posts().length > 0 ? posts() : undefined), {
      what: 'an answer filed',
      timeoutMs: 20_000,
    });
  const allSeen = () =>
    eventually(async () => ((await house.imap.mails()).every(({ seen }) => seen) ? true : undefined), {
      what: 'a mailbox that was read',
      timeoutMs: 20_000,
    });
  const reviews = async () => {
    const request = { caller: CALLER, state: ReviewState.OPEN, limit: 200 };
    const found = await house.bus.service(DeliveryService).listReviews(request);
    return found.reviews.filter(({ sender }) => sender === mail);
  };
  const aReview = () => eventually(async () => (await reviews())[0], { what: 'a review' });

  it('that come back without a copy, or in words only, fail the last mail of the conversation', async () => {
    const failed = () =>
      eventually(async () =>
        (await house.journal(ticketId)).find(({ delivery: state }) => state === Delivery.FAILED),
      );
    const sent = await ask();
    const report = aBounce(sent, mail);
    const bare = report.slice(0, report.indexOf('--b\nContent-Type: message/rfc822'));
    await house.imap.deliver(`${bare}--b--\n`);
    expect((await failed()).reason).toContain('550 5.1.1 user unknown');

    another();
    const again = await ask();
    await house.imap.deliver(
      `From: Mailer-Daemon@mx.example\nTo: ${again.returnPath}\nSubject: Mail delivery failed\nMessage-ID: <${randomUUID()}@mx>\n\nThis message was created automatically.\n\n  ${mail}\n    550 mailbox full\n`,
    );
    expect((await failed()).reason).toContain('550 mailbox full');
    expect(posts()).toEqual([]);
  });

  it('that say all in their subject are filed, and those without any word are sorted', async () => {
    const to = await replyTo();
    const bare = (subject: string) =>
      `From: Plomberie Martin <${mail}>\nTo: ${to}\nSubject: ${subject}\nMessage-ID: <${randomUUID()}@m>\n\n`;
    await house.imap.deliver(bare('Re: OK pour jeudi'));
    expect(await posted()).toMatchObject([{ text: 'OK pour jeudi' }]);
    await house.imap.deliver(bare('Re:'));
    expect((await aReview()).reason).toBe('message sans texte ni pièce jointe');
  });

  it('under one Message-ID are two when they say two things', async () => {
    const to = await replyTo();
    const under = (text: string) =>
      `From: Plomberie Martin <${mail}>\nTo: ${to}\nSubject: Re: ODS\nMessage-ID: <${ticketId}@m>\n\n${text}\n`;
    for (const text of ['Oui', 'Oui', 'Finalement non']) await house.imap.deliver(under(text));
    await allSeen();
    expect(posts().map(({ text }) => text)).toEqual(['Oui', 'Finalement non']);
  });

  it('to two of our addresses are in both exchanges', async () => {
    const first = await replyTo();
    const one = ticketId;
    another();
    const second = await replyTo();
    await house.imap.deliver(anAnswer(`${first}, ${second}`));
    await posted();
    await allSeen();
    const filed = [...house.desk.posted.values()].filter((post) => [one, ticketId].includes(post.ticketId));
    expect(filed.map((post) => post.ticketId).sort()).toEqual([one, ticketId].sort());
  });

  it('bring their whole text along when something in it is not ours', async () => {
    const text =
      'Elle part demain.\n\nLe mar. 24 nov. 2026 à 09:12, Voisin <v@x.example> a écrit :\n> La cave est inondée';
    await house.imap.deliver(anAnswer(await replyTo(), { text }));
    const [post] = await posted();
    expect(post).toMatchObject({ text: 'Elle part demain.', documents: [{ name: 'Message complet.txt' }] });
    const files = await LocalFileStore.open(house.filesDir);
    const whole = await buffer(await files.open(AGENCY, post?.documents[0]?.id ?? ''));
    expect(whole.toString()).toContain('La cave est inondée');
  });

  it('of programs that no exchange waits for are left alone', async () => {
    const absence = (to: string) => anAnswer(to, { headers: 'X-Autoreply: yes\n' });
    await house.imap.deliver(absence('reponses@intervia.example'));
    await allSeen();
    expect(await reviews()).toEqual([]);
  });
});
