import 'reflect-metadata';
import {
  ActorKind,
  ApprovalRequestedSchema,
  Channel,
  InvoiceRequestedSchema,
  TemplatesService,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openHouse } from './testing/house.js';
import type { House } from './testing/house.js';
import { aMissionEvent } from './testing/neighbours.js';

describe('words and readers of sent messages', () => {
  jest.setTimeout(60_000);
  let house: House;
  let ticketId: string;
  let mail: string;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(() => house?.close());

  beforeEach(() => {
    ticketId = randomUUID();
    mail = `${randomUUID()}@martin.example`;
  });

  const subjects = () =>
    house.smtp.mails().flatMap(({ deliveredTo, subject }) => (deliveredTo.includes(mail) ? [subject] : []));

  const save = (version: number, subject: string) =>
    house.bus.service(TemplatesService).saveTemplate({
      caller: { agencyId: 'agency-1', actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire' } },
      code: 'invoice.contractor',
      channel: Channel.MAIL,
      text: { subject, body: '<p>{{ ticket.subject }}</p>' },
      version,
    });

  const askForInvoice = () =>
    house.publish(InvoiceRequestedSchema, ticketId, aMissionEvent(ticketId, { mails: [mail] }));

  it('keep their text when the agency changes it while they are on their way', async () => {
    await save(0, 'Ancien texte');
    house.smtp.refuse(mail, 451);
    await askForInvoice();
    await eventually(async () => ((await house.journal(ticketId))[0]?.reason ? true : undefined), {
      what: 'a first attempt, put off',
    });
    await save(1, 'Nouveau texte');
    house.smtp.refuse(mail, 250);
    await house.settled(ticketId, 1);
    expect(subjects()).toEqual(['ODS 1042 – Ancien texte']);
    await askForInvoice();
    await house.settled(ticketId, 2);
    expect(subjects()).toEqual(['ODS 1042 – Ancien texte', 'ODS 1042 – Nouveau texte']);
  });

  it('reach an approver who was typed in, and the members who are only informed', async () => {
    const { ticket, mission } = aMissionEvent(ticketId, {});
    const reach = (address: string) => ({ mails: [address] });
    await house.publish(ApprovalRequestedSchema, ticketId, {
      ticket,
      mission,
      correspondent: { id: 'approver-1', person: { name: 'M. Lefèvre', reach: reach(mail) } },
      informed: [{ name: 'Mme Roux', reach: reach(`informed-${mail}`) }],
      amountCents: 123_450,
    });
    const messages = await house.settled(ticketId, 2);
    expect(messages.map(({ template, recipients }) => [template, recipients[0]])).toEqual(
      expect.arrayContaining([
        ['approval.correspondent', mail],
        ['approval-informed.notified', `informed-${mail}`],
      ]),
    );
  });
});
