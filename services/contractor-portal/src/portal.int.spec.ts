import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { SystemClock } from '@intervia/clock';
import { Action, ActorKind, PresenceAnswer, Status } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { aDocument } from './testing/builders.js';
import { aView } from './testing/fake-neighbours.js';
import { NONCE, fieldsOf, openHouse } from './testing/house.js';
import type { House, Submission } from './testing/house.js';

const clock = new SystemClock();

const TOMORROW = new Date(clock.now().getTime() + 24 * 3600 * 1000).toISOString().slice(0, 10);

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 60_000);

afterAll(() => house?.close());

beforeEach(() => house.state.reset());

describe('pages', () => {
  it('show the mission under the letterhead, and change nothing', async () => {
    const page = await house.portal.renderPage({ token: await house.aToken() });
    expect(page.status).toBe(200);
    expect(page.html).toContain('Agence des Tilleuls');
    expect(page.html).toContain('Fuite sous l’évier');
    expect(page.html).toContain('/acceptation"');
    expect(house.state.commands).toEqual([]);
  });

  it('thank for an answer', async () => {
    const page = await house.portal.renderPage({ token: await house.aToken(), notice: 'done' });
    expect(page.html).toContain('Merci');
  });

  it('help without a link', async () => {
    const page = await house.portal.renderPage({ token: 'aide' });
    expect(page.status).toBe(200);
    expect(page.html).toContain('Comment répondre');
  });

  it('of a ticket that is no more are unknown', async () => {
    expect(await house.portal.renderPage({ token: await house.aToken('gone') })).toMatchObject({
      status: 404,
    });
  });
});

describe('forms', () => {
  it('accept, in the name of the contractor, at the hour of Paris', async () => {
    const token = await house.aToken();
    const fields = fieldsOf({ date: TOMORROW, time: '14:30', duration: '90', comment: 'OK' });
    const from = {
      address: '203.0.113.7',
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:149.0) Gecko/20100101 Firefox/149.0',
    };
    const answer = await house.portal.submitForm({ token, form: 'acceptation', fields, ...from });
    expect(answer).toMatchObject({ status: 303, location: `/i/${token}?notice=done` });
    const [command] = house.state.commands;
    expect(command).toMatchObject({
      ticketId: 'ticket-1',
      missionId: 'mission-1',
      comment: 'OK',
      appointment: { durationMinutes: 90 },
      context: {
        caller: {
          agencyId: 'tilleuls',
          actor: {
            kind: ActorKind.CONTRACTOR,
            id: 'mission-1',
            name: 'Plomberie Bernard',
            trace: {
              address: '203.0.113.7',
              device: 'Firefox sur Windows',
              link: expect.stringMatching(/^.{8}$/),
            },
          },
        },
      },
    });
    const start = command && 'appointment' in command ? command.appointment?.start : undefined;
    expect(start && timestampDate(start).toLocaleString('sv', { timeZone: 'Europe/Paris' })).toBe(
      `${TOMORROW} 14:30:00`,
    );
  });

  it('make one command of a double tap', async () => {
    const submission = {
      token: await house.aToken(),
      form: 'refus',
      fields: fieldsOf({ reason: 'Complet' }),
    };
    await Promise.all([house.portal.submitForm(submission), house.portal.submitForm(submission)]);
    const ids = house.state.commands.map((command) => command.context?.commandId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('answer presence, completion and invoice', async () => {
    const token = await house.aToken();
    const proof = aDocument({ id: 'p' });
    const invoice = aDocument({ id: 'f', name: 'facture.pdf' });
    const answers: Submission[] = [
      { form: 'presence', fields: fieldsOf({ answer: 'LATE', lateMinutes: '20' }) },
      {
        form: 'fin-intervention',
        fields: fieldsOf({ comment: 'Fait', amount: '' }),
        documents: [{ field: 'proofs', ref: proof }],
      },
      {
        form: 'facture',
        fields: fieldsOf({ amount: '1 234,56 €' }),
        documents: [{ field: 'invoice', ref: invoice }],
      },
    ];
    for (const answer of answers)
      expect(await house.portal.submitForm({ token, ...answer })).toMatchObject({ status: 303 });
    expect(house.state.commands).toMatchObject([
      { answer: PresenceAnswer.LATE, lateMinutes: 20 },
      { comment: 'Fait', proofs: [proof], invoiceAmountCents: 0 },
      { invoice, amountCents: 123456 },
    ]);
  });

  it('keep what was typed and uploaded when something is wrong', async () => {
    house.state.mission = aView({ status: Status.INVOICE_REQUESTED, actions: [Action.SUBMIT_INVOICE] });
    const token = await house.aToken();
    const documents = [{ field: 'invoice', ref: aDocument({ id: 'f', name: 'facture.pdf' }) }];
    const wrong = await house.portal.submitForm({
      token,
      form: 'facture',
      fields: fieldsOf({ amount: '12..5' }),
      documents,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="12..5"');
    const sealed = /name="keptInvoice" value="([^"]+)"/u.exec(wrong.html)?.[1] ?? '';
    const right = { amount: '12,50', keptInvoice: sealed };
    expect(await house.portal.submitForm({ token, form: 'facture', fields: fieldsOf(right) })).toMatchObject({
      status: 303,
    });
    expect(house.state.commands).toMatchObject([
      { amountCents: 1250, invoice: { id: 'f', name: 'facture.pdf' } },
    ]);
  });

  it('refuse documents that were sealed for another link', async () => {
    house.state.mission = aView({ status: Status.INVOICE_REQUESTED, actions: [Action.SUBMIT_INVOICE] });
    const documents = [{ field: 'invoice', ref: aDocument() }];
    const other = await house.portal.submitForm({
      token: await house.aToken('other'),
      form: 'facture',
      fields: fieldsOf({}),
      documents,
    });
    const sealed = /name="keptInvoice" value="([^"]+)"/u.exec(other.html)?.[1] ?? '';
    const forged = fieldsOf({ amount: '12', keptInvoice: sealed });
    const page = await house.portal.submitForm({
      token: await house.aToken(),
      form: 'facture',
      fields: forged,
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('Joignez le fichier');
    expect(house.state.commands).toEqual([]);
  });

  it('show the faults of the upload', async () => {
    house.state.mission = aView({ status: Status.AWAITING_COMPLETION, actions: [Action.REPORT_COMPLETION] });
    const page = await house.portal.submitForm({
      token: await house.aToken(),
      form: 'fin-intervention',
      fields: fieldsOf({ comment: 'Fait' }),
      uploadProblems: [{ field: 'proofs', code: 'FILE_TOO_LARGE' }],
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('15 Mo au plus par fichier');
    expect(page.html).toContain('Fait</textarea>');
  });

  it.each([
    ['ACTION_NOT_ALLOWED', 'conflict', 409, 'n’est plus possible'],
    ['TICKET_ALREADY_CLOSED', 'conflict', 409, 'Ce dossier est clos'],
    ['INVALID_COMMAND', 'invalid', 422, 'n’a pas été acceptée'],
    ['SERVICE_UNAVAILABLE', 'unavailable', 503, 'Rien n’est perdu'],
  ] as const)('explain %s', async (code, kind, status, text) => {
    house.state.refusal = new AppError(code, kind);
    const page = await house.portal.submitForm({
      token: await house.aToken(),
      form: 'refus',
      fields: fieldsOf({ reason: 'Complet' }),
    });
    expect(page.status).toBe(status);
    expect(page.html).toContain(text);
    expect(page.html).toContain('Complet');
  });

  it('give back what was written into a form that the ticket waits for no more', async () => {
    house.state.mission = aView({ status: Status.REPLACED, actions: [] });
    house.state.refusal = new AppError('ACTION_NOT_ALLOWED', 'conflict');
    const refused = await house.portal.submitForm({
      token: await house.aToken(),
      form: 'refus',
      fields: fieldsOf({ reason: 'En congé.' }),
    });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Ce que vous aviez écrit');
    expect(refused.html).toContain('<p class="pre">En congé.</p>');
    expect(refused.html).toContain('Elle a été confiée à une autre entreprise.');
  });

  it('say the state of a ticket that moved on rather than what is wrong in an old form', async () => {
    house.state.mission = aView({ closed: true, actions: [] });
    const page = await house.portal.submitForm({
      token: await house.aToken(),
      form: 'refus',
      fields: fieldsOf({}),
    });
    expect(page).toMatchObject({ status: 409 });
    expect(await house.portal.submitForm({ token: await house.aToken(), form: 'inconnu' })).toMatchObject({
      status: 404,
    });
  });

  it('give the form back when the tickets service is away, and send the same command the next time', async () => {
    await house.neighboursLeave();
    const token = await house.aToken();
    const away = await house.portal.submitForm({
      token,
      form: 'refus',
      fields: fieldsOf({ reason: 'Complet' }),
    });
    expect(away.status).toBe(503);
    expect(away.html).toContain('Complet</textarea>');
    expect(away.html).toContain(`value="${NONCE}"`);
    await house.neighboursReturn();
    expect(
      await house.portal.submitForm({ token, form: 'refus', fields: fieldsOf({ reason: 'Complet' }) }),
    ).toMatchObject({ status: 303 });
  }, 20_000);
});
