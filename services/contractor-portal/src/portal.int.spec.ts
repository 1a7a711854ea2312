import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  Action,
  ActorKind,
  CorrespondentRole,
  PortalService,
  PresenceAnswer,
  Status,
} from '@intervia/contracts';
import type { SubmitFormRequestSchema } from '@intervia/contracts';
import { AppError, BusClient } from '@intervia/messaging';
import type { ServiceClient } from '@intervia/messaging';
import { startMongo, startNats } from '@intervia/testing';
import type { MongoServer, RunningServer } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { LINK_MODEL } from './adapters/mongo/link.schema.js';
import type { LinkDocument } from './adapters/mongo/link.schema.js';
import { bootPortal } from './boot.js';
import { PortalEnv } from './portal.env.js';
import { FakeNeighbours, aCorrespondentView, aView, startNeighbours } from './testing/fake-neighbours.js';
import { aDocument } from './testing/builders.js';

type Submission = MessageInitShape<typeof SubmitFormRequestSchema>;

const TOMORROW = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10);
const NONCE = '3f0c8a52-0000-4000-8000-000000000000';

let nats: RunningServer;
let mongo: MongoServer;
let neighbours: INestApplication | undefined;
let app: INestApplication;
let portal: ServiceClient<typeof PortalService>;
let links: Model<LinkDocument>;
const state = new FakeNeighbours();

beforeAll(async () => {
  [nats, mongo] = await Promise.all([startNats(), startMongo()]);
  const env = Object.assign(new PortalEnv(), {
    NATS_URL: nats.url,
    MONGODB_URI: mongo.uri,
    PORTAL_SECRET: 'a secret of thirty-two characters',
    PUBLIC_URL: 'https://extranet.tilleuls.example/',
    LOG_LEVEL: 'silent',
  });
  neighbours = await startNeighbours(nats.url, state);
  app = await bootPortal(env);
  portal = app.get(BusClient).service(PortalService);
  links = app.get(getModelToken(LINK_MODEL));
}, 60_000);

afterAll(async () => {
  await app?.close();
  await neighbours?.close();
  await Promise.all([nats?.stop(), mongo?.stop()]);
});

beforeEach(() => {
  state.commands.length = 0;
  state.names.length = 0;
  state.readers.length = 0;
  state.refusal = undefined;
  state.mission = aView();
  state.correspondent = aCorrespondentView();
});

async function aToken(
  ticketId = 'ticket-1',
  missionId = 'mission-1',
  agencyId = 'tilleuls',
): Promise<string> {
  const { url } = await portal.issueLink({ agencyId, ticketId, missionId });
  return url.replace('https://extranet.tilleuls.example/i/', '');
}

async function ownerToken(ticketId = 'ticket-1', correspondentId = 'owner-1'): Promise<string> {
  const { url } = await portal.issueLink({ agencyId: 'tilleuls', ticketId, correspondentId });
  return url.replace('https://extranet.tilleuls.example/i/', '');
}

const fieldsOf = (fields: Record<string, string>): Submission['fields'] =>
  Object.entries({ commandId: NONCE, ...fields }).map(([name, value]) => ({ name, value }));

describe('links', () => {
  it('are the same for every message about a mission, and another for any other', async () => {
    const token = await aToken();
    expect(await aToken()).toBe(token);
    const others = [
      await aToken('ticket-2'),
      await aToken('ticket-1', 'mission-2'),
      await aToken('ticket-1', 'mission-1', 'roses'),
    ];
    expect(new Set([token, ...others]).size).toBe(4);
    expect(await portal.authorizeLink({ token })).toMatchObject({
      agencyId: 'tilleuls',
      ticketId: 'ticket-1',
      missionId: 'mission-1',
    });
  });

  it('are the same when many are asked for at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => aToken('at-once')));
    expect(new Set(tokens).size).toBe(1);
    expect(await links.countDocuments({ ticketId: 'at-once' })).toBe(1);
  });

  it('are for a correspondent as well as for a contractor', async () => {
    const token = await ownerToken();
    expect(await ownerToken()).toBe(token);
    const others = [await ownerToken('ticket-1', 'president-1'), await aToken('ticket-1', 'owner-1')];
    expect(new Set([token, ...others]).size).toBe(3);
    expect(await portal.authorizeLink({ token })).toMatchObject({
      agencyId: 'tilleuls',
      ticketId: 'ticket-1',
      missionId: '',
      correspondentId: 'owner-1',
    });
  });

  it.each([
    ['nobody', {}],
    ['two holders', { missionId: 'm', correspondentId: 'c' }],
  ])('are not issued for %s', async (_case, holder) => {
    await expect(
      portal.issueLink({ agencyId: 'tilleuls', ticketId: 'ticket-1', ...holder }),
    ).rejects.toMatchObject({ code: 'HOLDER_REQUIRED', kind: 'invalid' });
  });

  it('are revoked for one holder of one agency, and come anew with the next message', async () => {
    const [token, neighbour] = [await aToken('leaked'), await aToken('leaked', 'mission-2')];
    const revoke = (agencyId: string) =>
      portal.revokeLinks({ caller: { agencyId }, ticketId: 'leaked', missionId: 'mission-1' });
    expect(await revoke('roses')).toMatchObject({ revoked: 0 });
    expect(await revoke('tilleuls')).toMatchObject({ revoked: 1 });
    expect(await revoke('tilleuls')).toMatchObject({ revoked: 0 });
    expect(await portal.renderPage({ token })).toMatchObject({ status: 410 });
    expect(await portal.renderPage({ token: neighbour })).toMatchObject({ status: 200 });
    expect(await aToken('leaked')).not.toBe(token);
  });

  it('are stored without what opens them', async () => {
    const token = await aToken('stored');
    const stored = await links.findOne({ ticketId: 'stored' }).lean();
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('live longer with every issue', async () => {
    await aToken('prolonged');
    const soon = new Date(Date.now() + 1000);
    await links.updateOne({ ticketId: 'prolonged' }, { $set: { expiresAt: soon } });
    await aToken('prolonged');
    const link = await links.findOne({ ticketId: 'prolonged' }).lean();
    expect(link?.expiresAt.getTime()).toBeGreaterThan(soon.getTime());
  });

  it.each([
    ['expired', { expiresAt: new Date(0) }],
    ['revoked', { revokedAt: new Date(0) }],
  ])('are replaced once %s, and the old one stays shut', async (ticketId, change) => {
    const token = await aToken(ticketId);
    await links.updateOne({ ticketId }, { $set: change });
    await expect(portal.authorizeLink({ token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    expect(await portal.renderPage({ token })).toMatchObject({ status: 410 });
    expect(await aToken(ticketId)).not.toBe(token);
    await expect(portal.authorizeLink({ token })).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
  });

  it.each([
    ['empty', ''],
    ['made up', 'unknown'],
    ['endless', 'x'.repeat(5000)],
    ['a path', '../../etc'],
  ])('are unknown when %s', async (_case, token) => {
    await expect(portal.authorizeLink({ token })).rejects.toMatchObject({
      code: 'LINK_UNKNOWN',
      kind: 'not-found',
    });
    expect(await portal.renderPage({ token })).toMatchObject({ status: 404 });
    expect(await portal.submitForm({ token, form: 'refus' })).toMatchObject({ status: 404 });
  });
});

describe('pages', () => {
  it('show the mission under the letterhead, and change nothing', async () => {
    const page = await portal.renderPage({ token: await aToken() });
    expect(page.status).toBe(200);
    expect(page.html).toContain('Agence des Tilleuls');
    expect(page.html).toContain('Fuite sous l’évier');
    expect(page.html).toContain('/acceptation"');
    expect(state.commands).toEqual([]);
  });

  it('thank for an answer', async () => {
    const page = await portal.renderPage({ token: await aToken(), notice: 'done' });
    expect(page.html).toContain('Merci');
  });

  it('show a correspondent its own, read as somebody without a role', async () => {
    const page = await portal.renderPage({ token: await ownerToken() });
    expect(page.status).toBe(200);
    expect(page.html).toContain('Devis de Plomberie Bernard');
    expect(page.html).toContain('/approbation"');
    expect(state.readers).toEqual([ActorKind.THIRD_PARTY]);
    expect(state.commands).toEqual([]);
    expect(await portal.renderPage({ token: await ownerToken('gone') })).toMatchObject({ status: 404 });
  });

  it('help without a link', async () => {
    const page = await portal.renderPage({ token: 'aide' });
    expect(page.status).toBe(200);
    expect(page.html).toContain('Comment répondre');
  });

  it('of a ticket that is no more are unknown', async () => {
    expect(await portal.renderPage({ token: await aToken('gone') })).toMatchObject({ status: 404 });
  });
});

describe('forms', () => {
  it('accept, in the name of the contractor, at the hour of Paris', async () => {
    const token = await aToken();
    const fields = fieldsOf({ date: TOMORROW, time: '14:30', duration: '90', comment: 'OK' });
    const answer = await portal.submitForm({ token, form: 'acceptation', fields });
    expect(answer).toMatchObject({ status: 303, location: `/i/${token}?notice=done` });
    const [command] = state.commands;
    expect(command).toMatchObject({
      ticketId: 'ticket-1',
      missionId: 'mission-1',
      comment: 'OK',
      appointment: { durationMinutes: 90 },
      context: {
        caller: {
          agencyId: 'tilleuls',
          actor: { kind: ActorKind.CONTRACTOR, id: 'mission-1', name: 'Plomberie Bernard' },
        },
      },
    });
    const start = command && 'appointment' in command ? command.appointment?.start : undefined;
    expect(start && timestampDate(start).toLocaleString('sv', { timeZone: 'Europe/Paris' })).toBe(
      `${TOMORROW} 14:30:00`,
    );
  });

  it('make one command of a double tap', async () => {
    const submission = { token: await aToken(), form: 'refus', fields: fieldsOf({ reason: 'Complet' }) };
    await Promise.all([portal.submitForm(submission), portal.submitForm(submission)]);
    const ids = state.commands.map((command) => command.context?.commandId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('answer presence, completion and invoice', async () => {
    const token = await aToken();
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
      expect(await portal.submitForm({ token, ...answer })).toMatchObject({ status: 303 });
    expect(state.commands).toMatchObject([
      { answer: PresenceAnswer.LATE, lateMinutes: 20 },
      { comment: 'Fait', proofs: [proof], invoiceAmountCents: 0 },
      { invoice, amountCents: 123456 },
    ]);
  });

  it('answer every step of a quote, each by its own command', async () => {
    const token = await aToken();
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
      expect(await portal.submitForm({ token, ...answer })).toMatchObject({ status: 303 });
    expect(state.names).toEqual([
      'acknowledgeReading',
      'promiseQuote',
      'declineQuoteRequest',
      'submitQuote',
      'proposeAppointment',
    ]);
    expect(state.commands).toMatchObject([
      { missionId: 'mission-1' },
      { comment: 'Sous huit jours' },
      { reason: 'Complet' },
      { quotes, amountCents: 123456, comment: 'TVA 10 %' },
      { appointment: { durationMinutes: 120 } },
    ]);
  });

  it('begin a thread under the ticket’s subject, and answer within a thread', async () => {
    const token = await aToken();
    const photo = aDocument({ id: 'p' });
    const fields = fieldsOf({ threadId: '', text: 'La cave est fermée.' });
    await portal.submitForm({
      token,
      form: 'message',
      fields,
      documents: [{ field: 'documents', ref: photo }],
    });
    const reply = fieldsOf({ threadId: 'thread-1', text: 'Merci.' });
    await portal.submitForm({ token: await ownerToken(), form: 'message', fields: reply });
    expect(state.commands).toMatchObject([
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

  it.each([
    [CorrespondentRole.OWNER, ActorKind.OWNER],
    [CorrespondentRole.COUNCIL_PRESIDENT, ActorKind.COUNCIL_PRESIDENT],
    [CorrespondentRole.COUNCIL_MEMBER, ActorKind.COUNCIL_MEMBER],
    [CorrespondentRole.TENANT, ActorKind.TENANT],
    [CorrespondentRole.OTHER, ActorKind.THIRD_PARTY],
  ])('approve in the name of role %s as actor kind %s', async (role, kind) => {
    state.correspondent = aCorrespondentView({
      correspondent: { id: 'owner-1', role, person: { name: 'M. Paul Durand' } },
    });
    const fields = fieldsOf({ missionId: 'mission-1', answer: 'REJECTED', comment: 'Trop cher' });
    const answer = await portal.submitForm({ token: await ownerToken(), form: 'approbation', fields });
    expect(answer).toMatchObject({ status: 303 });
    expect(state.names).toEqual(['answerApproval']);
    expect(state.commands).toMatchObject([
      {
        missionId: 'mission-1',
        approved: false,
        comment: 'Trop cher',
        context: { caller: { agencyId: 'tilleuls', actor: { kind, id: 'owner-1', name: 'M. Paul Durand' } } },
      },
    ]);
  });

  it('are those of the link: an owner accepts no work order, a contractor approves no quote', async () => {
    const approval = fieldsOf({ missionId: 'mission-1', answer: 'APPROVED' });
    const attempts = [
      { token: await aToken(), form: 'approbation', fields: approval },
      { token: await ownerToken(), form: 'refus', fields: fieldsOf({ reason: 'Complet' }) },
    ];
    for (const attempt of attempts) expect(await portal.submitForm(attempt)).toMatchObject({ status: 404 });
    expect(state.commands).toEqual([]);
  });

  it('tick the files of a quote again when its amount is wrong', async () => {
    state.mission = aView({ status: Status.QUOTE_PROMISED, actions: [Action.SUBMIT_QUOTE] });
    const token = await aToken();
    const quotes = ['a', 'b'].map((id) => aDocument({ id, name: `${id}.pdf` }));
    const documents = quotes.map((ref) => ({ field: 'quotes', ref }));
    const wrong = await portal.submitForm({
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
    expect(await portal.submitForm({ token, form: 'devis', fields })).toMatchObject({ status: 303 });
    expect(state.commands).toMatchObject([{ quotes, amountCents: 98000 }]);
  });

  it('keep what was typed and uploaded when something is wrong', async () => {
    state.mission = aView({ status: Status.INVOICE_REQUESTED, actions: [Action.SUBMIT_INVOICE] });
    const token = await aToken();
    const documents = [{ field: 'invoice', ref: aDocument({ id: 'f', name: 'facture.pdf' }) }];
    const wrong = await portal.submitForm({
      token,
      form: 'facture',
      fields: fieldsOf({ amount: '12..5' }),
      documents,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="12..5"');
    const sealed = /name="keptInvoice" value="([^"]+)"/u.exec(wrong.html)?.[1] ?? '';
    const right = { amount: '12,50', keptInvoice: sealed };
    expect(await portal.submitForm({ token, form: 'facture', fields: fieldsOf(right) })).toMatchObject({
      status: 303,
    });
    expect(state.commands).toMatchObject([{ amountCents: 1250, invoice: { id: 'f', name: 'facture.pdf' } }]);
  });

  it('refuse documents that were sealed for another link', async () => {
    state.mission = aView({ status: Status.INVOICE_REQUESTED, actions: [Action.SUBMIT_INVOICE] });
    const documents = [{ field: 'invoice', ref: aDocument() }];
    const other = await portal.submitForm({
      token: await aToken('other'),
      form: 'facture',
      fields: fieldsOf({}),
      documents,
    });
    const sealed = /name="keptInvoice" value="([^"]+)"/u.exec(other.html)?.[1] ?? '';
    const forged = fieldsOf({ amount: '12', keptInvoice: sealed });
    const page = await portal.submitForm({ token: await aToken(), form: 'facture', fields: forged });
    expect(page.status).toBe(422);
    expect(page.html).toContain('Joignez le fichier');
    expect(state.commands).toEqual([]);
  });

  it('show the faults of the upload', async () => {
    state.mission = aView({ status: Status.AWAITING_COMPLETION, actions: [Action.REPORT_COMPLETION] });
    const page = await portal.submitForm({
      token: await aToken(),
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
    state.refusal = new AppError(code, kind);
    const page = await portal.submitForm({
      token: await aToken(),
      form: 'refus',
      fields: fieldsOf({ reason: 'Complet' }),
    });
    expect(page.status).toBe(status);
    expect(page.html).toContain(text);
  });

  it('say the state of a ticket that moved on rather than what is wrong in an old form', async () => {
    state.mission = aView({ closed: true, actions: [] });
    const page = await portal.submitForm({ token: await aToken(), form: 'refus', fields: fieldsOf({}) });
    expect(page).toMatchObject({ status: 409 });
    expect(await portal.submitForm({ token: await aToken(), form: 'inconnu' })).toMatchObject({
      status: 404,
    });
  });

  it('give the form back when the tickets service is away, and send the same command the next time', async () => {
    await neighbours?.close();
    const token = await aToken();
    const away = await portal.submitForm({ token, form: 'refus', fields: fieldsOf({ reason: 'Complet' }) });
    expect(away.status).toBe(503);
    expect(away.html).toContain('Complet</textarea>');
    expect(away.html).toContain(`value="${NONCE}"`);
    neighbours = await startNeighbours(nats.url, state);
    expect(
      await portal.submitForm({ token, form: 'refus', fields: fieldsOf({ reason: 'Complet' }) }),
    ).toMatchObject({ status: 303 });
  }, 20_000);
});
