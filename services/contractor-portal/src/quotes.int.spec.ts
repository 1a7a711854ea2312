import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { SystemClock } from '@intervia/clock';
import { Action, ActorKind, CorrespondentRole, Status } from '@intervia/contracts';
import { aDocument } from './testing/builders.js';
import { check } from './testing/check-html.js';
import { aCorrespondentView, aView } from './testing/fake-neighbours.js';
import { fieldsOf, openHouse } from './testing/house.js';
import type { House, Submission } from './testing/house.js';

const clock = new SystemClock();

const TOMORROW = new Date(clock.now().getTime() + 24 * 3600 * 1000).toISOString().slice(0, 10);

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 60_000);

afterAll(() => house?.close());

beforeEach(() => house.state.reset());

describe('the forms of a contractor’s quote', () => {
  it('answer every step of a quote, each by its own command', async () => {
    const token = await house.aToken();
    const quotes = ['a', 'b'].map((id) => aDocument({ id, name: `${id}.pdf` }));
    const answers: Submission[] = [
      { form: 'accuse' },
      { form: 'devis-promis', fields: fieldsOf({ comment: 'Sous huit jours' }) },
      { form: 'devis-refus', fields: fieldsOf({ reason: 'Complet' }) },
      {
        form: 'devis',
        fields: fieldsOf({ amount: '1 234,56', comment: 'TVA 10 %' }),
        documents: quotes.map((ref) => ({ field: 'quotes', ref })),
      },
      { form: 'rendez-vous', fields: fieldsOf({ date: TOMORROW, time: '9h', duration: '120' }) },
    ];
    for (const answer of answers)
      expect(await house.portal.submitForm({ token, ...answer })).toMatchObject({ status: 303 });
    expect(house.state.names).toEqual([
      'acknowledgeReading',
      'promiseQuote',
      'declineQuoteRequest',
      'submitQuote',
      'proposeAppointment',
    ]);
    expect(house.state.commands).toMatchObject([
      { missionId: 'mission-1' },
      { comment: 'Sous huit jours' },
      { reason: 'Complet' },
      { quotes, amountCents: 123456, comment: 'TVA 10 %' },
      { appointment: { durationMinutes: 120 } },
    ]);
  });

  it('begin a thread under the ticket’s subject, and answer within a thread', async () => {
    const token = await house.aToken();
    const photo = aDocument({ id: 'p' });
    const fields = fieldsOf({ threadId: '', text: 'La cave est fermée.' });
    await house.portal.submitForm({
      token,
      form: 'message',
      fields,
      documents: [{ field: 'documents', ref: photo }],
    });
    const reply = fieldsOf({ threadId: 'thread-1', text: 'Merci.' });
    await house.portal.submitForm({ token: await house.ownerToken(), form: 'message', fields: reply });
    expect(house.state.commands).toMatchObject([
      {
        missionId: 'mission-1',
        correspondentId: '',
        threadId: '',
        subject: 'Fuite sous l’évier',
        text: 'La cave est fermée.',
        documents: [photo],
        received: true,
      },
      { missionId: '', correspondentId: 'owner-1', threadId: 'thread-1', subject: '', text: 'Merci.' },
    ]);
  });

  it('tick the files of a quote again when its amount is wrong', async () => {
    house.state.mission = aView({ status: Status.QUOTE_PROMISED, actions: [Action.SUBMIT_QUOTE] });
    const token = await house.aToken();
    const quotes = ['a', 'b'].map((id) => aDocument({ id, name: `${id}.pdf` }));
    const documents = quotes.map((ref) => ({ field: 'quotes', ref }));
    const wrong = await house.portal.submitForm({
      token,
      form: 'devis',
      fields: fieldsOf({ amount: '' }),
      documents,
    });
    expect(wrong.status).toBe(422);
    const kept = [...wrong.html.matchAll(/name="keptQuotes" value="([^"]+)" checked/gu)].map(
      (match) => match[1],
    );
    const fields = [
      ...kept.map((value) => ({ name: 'keptQuotes', value: value ?? '' })),
      { name: 'amount', value: '980' },
    ];
    expect(await house.portal.submitForm({ token, form: 'devis', fields })).toMatchObject({ status: 303 });
    expect(house.state.commands).toMatchObject([{ quotes, amountCents: 98000 }]);
  });
});

/** What the form of the only quote says that it is about. */
async function theQuoteOf(token: string): Promise<{ missionId: string; quote: string }> {
  const { html } = await house.portal.renderPage({ token });
  const valueOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(html)?.[1] ?? '';
  return { missionId: valueOf('missionId'), quote: valueOf('quote') };
}

describe('the links of correspondents', () => {
  it('show a correspondent its own, read as somebody without a role', async () => {
    const page = await house.portal.renderPage({ token: await house.ownerToken() });
    expect(page.status).toBe(200);
    expect(page.html).toContain('Devis de Plomberie Bernard');
    expect(page.html).toContain('/approbation"');
    expect(house.state.readers).toEqual([ActorKind.THIRD_PARTY]);
    expect(house.state.commands).toEqual([]);
    expect(await house.portal.renderPage({ token: await house.ownerToken('gone') })).toMatchObject({
      status: 404,
    });
  });

  it.each([
    [CorrespondentRole.OWNER, ActorKind.OWNER],
    [CorrespondentRole.COUNCIL_PRESIDENT, ActorKind.COUNCIL_PRESIDENT],
    [CorrespondentRole.COUNCIL_MEMBER, ActorKind.COUNCIL_MEMBER],
    [CorrespondentRole.TENANT, ActorKind.TENANT],
    [CorrespondentRole.OTHER, ActorKind.THIRD_PARTY],
  ])('approve in the name of role %s as actor kind %s', async (role, kind) => {
    house.state.correspondent = aCorrespondentView({
      correspondent: { id: 'owner-1', role, person: { name: 'M. Paul Durand' } },
    });
    const token = await house.ownerToken();
    const answer = await house.portal.submitForm({
      token,
      form: 'approbation',
      fields: fieldsOf({
        ...(await theQuoteOf(token)),
        answer: 'REJECTED',
        comment: 'Trop cher',
        confirmed: 'oui',
      }),
    });
    expect(answer).toMatchObject({ status: 303 });
    expect(house.state.names).toEqual(['answerApproval']);
    expect(house.state.commands).toMatchObject([
      {
        missionId: 'mission-1',
        approved: false,
        comment: 'Trop cher',
        context: { caller: { agencyId: 'tilleuls', actor: { kind, id: 'owner-1', name: 'M. Paul Durand' } } },
      },
    ]);
  });

  it('approve no quote that was replaced after the page was read', async () => {
    const token = await house.ownerToken();
    const read = await theQuoteOf(token);
    const [quote] = house.state.correspondent.quotes;
    if (quote) quote.amountCents = 999_900;
    const fields = fieldsOf({ ...read, answer: 'APPROVED', comment: 'Avec facture détaillée' });
    const page = await house.portal.submitForm({ token, form: 'approbation', fields });
    expect(page.status).toBe(409);
    expect(page.html).toContain('Ce devis a été remplacé.');
    expect(page.html).toContain('9\u00A0999,00\u00A0€');
    expect(page.html).toContain('Avec facture détaillée</textarea>');
    expect(house.state.commands).toEqual([]);
    const again = fieldsOf({ ...(await theQuoteOf(token)), answer: 'APPROVED', confirmed: 'oui' });
    expect(await house.portal.submitForm({ token, form: 'approbation', fields: again })).toMatchObject({
      status: 303,
    });
  });

  it('sum a decision up before it counts, and lead back to what was typed', async () => {
    const token = await house.ownerToken();
    const typed = { ...(await theQuoteOf(token)), answer: 'APPROVED', comment: 'Avant l’hiver <svp>' };
    const submit = (fields: Record<string, string>) =>
      house.portal.submitForm({ token, form: 'approbation', fields: fieldsOf(fields) });
    const summary = await submit(typed);
    expect(summary.status).toBe(200);
    check(summary.html);
    expect(summary.html).toContain('Vous approuvez le devis de Plomberie Bernard');
    expect(summary.html).toContain('Avant l’hiver &lt;svp&gt;');
    expect(house.state.commands).toEqual([]);
    const hidden = [...summary.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/gu)];
    const carried = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    expect(carried).toMatchObject({ answer: 'APPROVED', missionId: 'mission-1' });
    const back = await submit({ ...typed, confirmed: 'non' });
    expect(back).toMatchObject({ status: 200 });
    expect(back.html).toContain('Avant l’hiver &lt;svp&gt;</textarea>');
    expect(house.state.commands).toEqual([]);
    expect(await submit({ ...typed, confirmed: 'oui' })).toMatchObject({ status: 303 });
    expect(house.state.commands).toMatchObject([{ approved: true, comment: 'Avant l’hiver <svp>' }]);
  });

  it('ask no confirmation of what waits for no decision any more', async () => {
    const token = await house.ownerToken();
    const read = await theQuoteOf(token);
    for (const quote of house.state.correspondent.quotes) quote.open = false;
    const late = await house.portal.submitForm({
      token,
      form: 'approbation',
      fields: fieldsOf({ ...read, answer: 'APPROVED' }),
    });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Cette réponse n’est plus possible.');
    expect(house.state.commands).toEqual([]);
  });

  it('are taken back for some minutes, summed up as the first', async () => {
    const token = await house.ownerToken();
    const read = await theQuoteOf(token);
    for (const quote of house.state.correspondent.quotes) {
      quote.open = false;
      quote.changeableUntil = timestampFromDate(new Date(Date.UTC(2100, 0)));
    }
    expect((await house.portal.renderPage({ token })).html).toContain('Changer ma réponse');
    const typed = { ...read, corrects: 'oui', answer: 'REJECTED', comment: 'Après réflexion' };
    const submit = (values: Record<string, string>) =>
      house.portal.submitForm({ token, form: 'approbation', fields: fieldsOf(values) });
    expect((await submit(typed)).html).toContain('name="corrects" value="oui"');
    expect(house.state.commands).toEqual([]);
    expect(await submit({ ...typed, confirmed: 'oui' })).toMatchObject({ status: 303 });
    expect(house.state.commands).toMatchObject([{ approved: false, corrects: true }]);
  });

  it('are those of the link: an owner accepts no work order, a contractor approves no quote', async () => {
    const approval = fieldsOf({ missionId: 'mission-1', answer: 'APPROVED' });
    const attempts = [
      { token: await house.aToken(), form: 'approbation', fields: approval },
      { token: await house.ownerToken(), form: 'refus', fields: fieldsOf({ reason: 'Complet' }) },
    ];
    for (const attempt of attempts)
      expect(await house.portal.submitForm(attempt)).toMatchObject({ status: 404 });
    expect(house.state.commands).toEqual([]);
  });
});
