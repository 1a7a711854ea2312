import 'reflect-metadata';
import { SystemClock } from '@intervia/clock';
import {
  ActorKind,
  ApprovalRequestedSchema,
  Channel,
  Delivery,
  InvoiceRequestedSchema,
  NewInvoiceRequestedSchema,
  TemplatesService,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Wordings } from './application/ports/templates/wordings.js';
import { openHouse } from './testing/house.js';
import type { House } from './testing/house.js';
import { aMissionEvent } from './testing/neighbours.js';

const clock = new SystemClock();

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

  it('are the shipped ones where the agency’s own name a variable that is gone, and everybody is told', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn');
    const gone = { subject: 'Au {{ etage }}', body: '<p>{{ etage }}</p>' };
    // As an older release let it be saved.
    await house.app().get(Wordings).add('agency-1', {
      template: 'new-invoice.contractor',
      channel: 'mail',
      version: 1,
      wording: gone,
      savedAt: clock.now(),
      savedBy: 'Claire',
    });
    const { ticket, mission } = aMissionEvent(ticketId, { mails: [mail] });
    await house.publish(NewInvoiceRequestedSchema, ticketId, { ticket, mission });
    const [message] = await house.settled(ticketId, 1);
    expect(message?.delivery).toBe(Delivery.SENT);
    expect(message?.subject).toBe(subjects()[0]);
    expect(subjects()).toEqual([expect.stringContaining('Fuite sous l’évier')]);
    // To the agency in the journal, to the operator in the log, to the editor in the preview.
    expect(message?.reason).toMatch(/^envoyé avec le texte d’origine.*etage/);
    expect(warned).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'OWN_WORDING_FAILED', template: 'new-invoice.contractor' }),
      expect.any(String),
    );
    warned.mockRestore();
    const preview = house.bus.service(TemplatesService).previewTemplate({
      caller: { agencyId: 'agency-1', actor: { kind: ActorKind.USER, id: 'user-1', name: 'Claire' } },
      code: 'new-invoice.contractor',
      channel: Channel.MAIL,
    });
    await expect(preview).rejects.toMatchObject({ code: 'INVALID_TEMPLATE', params: { variables: 'etage' } });
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
