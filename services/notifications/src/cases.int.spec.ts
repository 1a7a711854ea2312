import 'reflect-metadata';
import {
  ActorKind,
  Delivery,
  DeliveryService,
  InvoiceRequestedSchema,
  ReviewState,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { caseOf, ofCases } from '@intervia/testing/cases';
import { afterAll, beforeAll, beforeEach, expect, it, jest, describe } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openHouse } from './testing/house.js';
import type { House } from './testing/house.js';
import { AGENCY, aMissionEvent } from './testing/neighbours.js';

const CALLER = { agencyId: AGENCY, actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire Moreau' } };
const SENDER = 'contact@entreprise.example';

ofCases(describe)('what failed once, through a mailbox', () => {
  jest.setTimeout(60_000);
  let house: House;
  let ticketId: string;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(() => house.close());

  beforeEach(() => {
    ticketId = randomUUID();
  });

  /** The address to which the contractor of this ticket answers. */
  const ask = async (id = ticketId) => {
    await house.publish(InvoiceRequestedSchema, id, aMissionEvent(id, { mails: [SENDER] }));
    await house.settled(id, 1);
    const mails = house.smtp.mails().filter(({ deliveredTo }) => deliveredTo.includes(SENDER));
    return mails.at(-1)?.replyTo?.value[0]?.address ?? '';
  };
  /** The input, sent to whom it is meant for. */
  const deliver = (kind: string, name: string, ...addresses: string[]) => {
    const text = caseOf(kind, name).toString('latin1');
    const marks = ['REF.MAC', 'REF1.MAC1', 'REF2.MAC2'].filter((mark) => text.includes(mark));
    const mail = marks.reduce(
      (left, mark, at) => left.replaceAll(`reponses+${mark}@intervia.example`, addresses[at] ?? ''),
      text.replace('<f1@', `<${randomUUID()}@`).replace('<e3@', `<${randomUUID()}@`),
    );
    return house.imap.deliver(Buffer.from(mail, 'latin1').toString('latin1'));
  };
  const posts = (id = ticketId) => [...house.desk.posted.values()].filter((post) => post.ticketId === id);
  const posted = (count = 1, id = ticketId) =>
    eventually(() => (posts(id).length >= count ? posts(id) : undefined), {
      what: 'an answer filed',
      timeoutMs: 20_000,
    });

  it.each([
    ['04-mail-dropped', 'calendar-declined.eml', 'Rendez-vous refusé : Impossible ce jour'],
    ['04-mail-dropped', 'empty-text-full-html.eml', 'Je passe jeudi 9 h.'],
    ['09-html-table', 'mail.eml', 'Qté | PU | Total\n2 | 12,50 | 25,00'],
  ])('is in its ticket: %s, %s', async (kind, name, text) => {
    await deliver(kind, name, await ask());
    expect(await posted()).toMatchObject([{ text }]);
  });

  it.each([
    ['04-mail-dropped', 'small-inline-photo.eml', 'photo.png'],
    ['10-opaque', 'smime-opaque.eml', 'smime.p7m'],
  ])('is in its ticket as a document, or told by its name: %s, %s', async (kind, name, document) => {
    await deliver(kind, name, await ask());
    const [post] = await posted();
    expect(`${post?.text} ${post?.documents.map((one) => one.name).join(' ')}`).toContain(document);
  });

  it('are two answers', async () => {
    const to = await ask();
    await house.imap.deliver(
      caseOf('05-same-message-id', 'first.eml').toString().replace('reponses+REF.MAC@intervia.example', to),
    );
    await house.imap.deliver(
      caseOf('05-same-message-id', 'second.eml').toString().replace('reponses+REF.MAC@intervia.example', to),
    );
    expect((await posted(2)).map(({ text }) => text)).toEqual([
      'Premier message',
      'Deuxième message, autre texte',
    ]);
  });

  it('is in both exchanges', async () => {
    const other = randomUUID();
    await deliver('06-two-addresses', 'mail.eml', await ask(), await ask(other));
    await Promise.all([posted(1, ticketId), posted(1, other)]);
    expect([...posts(ticketId), ...posts(other)]).toHaveLength(2);
  });

  it('fails the mail that came back', async () => {
    await deliver('07-bounces', 'dsn-without-copy.eml', await ask());
    const failed = await eventually(
      async () => (await house.journal(ticketId)).find(({ delivery }) => delivery === Delivery.FAILED),
      { what: 'a mail that failed', timeoutMs: 20_000 },
    );
    expect(failed.reason).toContain('5.1.1');
  });

  it('of programs makes no review', async () => {
    await house.imap.deliver(caseOf('21-auto-reply', 'x-autoreply.eml').toString());
    await eventually(async () => ((await house.imap.mails()).every(({ seen }) => seen) ? true : undefined), {
      what: 'a mailbox that was read',
      timeoutMs: 20_000,
    });
    const request = { caller: CALLER, state: ReviewState.OPEN, limit: 200 };
    const { reviews } = await house.bus.service(DeliveryService).listReviews(request);
    expect(reviews.filter(({ sender }) => sender === SENDER)).toEqual([]);
    expect(house.smtp.mails().every(({ headers }) => headers.has('x-auto-response-suppress'))).toBe(true);
  });
});
