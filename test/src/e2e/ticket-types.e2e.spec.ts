import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nextFullHour, parisForm } from '../journey/paris.js';
import { Desk, aPdf } from '../lives/desk.js';
import type { Mission, Module, Ticket } from '../lives/desk.js';
import { aContractor, aDraft, aPerson, findScene } from '../lives/people.js';
import type { Scene } from '../lives/people.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;

let platform: OwnPlatform;
let desk: Desk;

beforeAll(async () => {
  platform = await OwnPlatform.start();
  desk = await Desk.at(platform);
}, 5 * MINUTES);

afterAll(async () => {
  await desk?.close();
  await platform?.stop();
}, MINUTES);

/** Manual, "Les différents types de tickets": one of each, in each module, from its opening to its closing. */
describe.each<Module>(['SYNDIC', 'GERANCE'])('tickets of module %s, over HTTP', (module) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await findScene(desk, module);
  });

  const missionOf = (ticket: Ticket, at = 0): Mission => {
    const mission = ticket.missions[at];
    if (!mission) throw new Error(`ticket ${ticket.number} has no mission ${at}`);
    return mission;
  };
  const onMission = (ticket: Ticket, step: string, body: object = {}, at = 0): Promise<Ticket> =>
    desk.act(ticket, `missions/${missionOf(ticket, at).id}/${step}`, body);
  const appointmentIn = (hours: number): { start: Date; form: Record<string, string> } => {
    const start = nextFullHour(desk.now(), hours);
    const { day, time } = parisForm(start);
    return { start, form: { date: day, time, duration: '60', comment: '' } };
  };
  const close = async (ticket: Ticket): Promise<void> => {
    const closed = await desk.act(ticket, 'closing', { comment: 'Terminé.' });
    expect(closed).toMatchObject({ status: 'CLOSED', colour: 'RED', timers: [] });
    expect(await desk.refused(ticket, 'closing')).toBe('TICKET_ALREADY_CLOSED');
  };

  it('ODS: accepted by the link, presence asked and confirmed, completed, invoiced, closed', async () => {
    const { person, mail } = aContractor('Plombier', module, 'ods');
    let ticket = await desk.open(aDraft(module, scene, [person], { askPresence: true }));
    expect(ticket).toMatchObject({ type: 'WORK_ORDER', status: 'WORK_ORDER_SENT', colour: 'GREY' });
    const link = await desk.linkOf(mail, ticket);
    const { start, form } = appointmentIn(26);
    await link.answer('acceptation', form);
    ticket = await desk.until(ticket, 'WORK_ORDER_ACCEPTED');

    await desk.moveTo(new Date(start.getTime() - 29 * MINUTES));
    await desk.until(ticket, 'PRESENCE_ASKED');
    await link.answer('presence', { answer: 'CONFIRMED' });
    await desk.until(ticket, 'PRESENCE_CONFIRMED');

    await desk.moveTo(new Date(start.getTime() + 71 * MINUTES));
    await desk.until(ticket, 'AWAITING_COMPLETION');
    await link.answer('fin-intervention', { comment: 'Réparé.' }, { proofs: aPdf('bon.pdf') });
    ticket = await desk.until(ticket, 'COMPLETION_RECEIVED');
    expect(ticket.colour).toBe('BLUE');

    ticket = await onMission(ticket, 'invoice-request');
    const invoiceId = await desk.upload('facture.pdf');
    ticket = await onMission(ticket, 'invoice', { invoiceId, amountCents: 12_345 });
    expect(ticket).toMatchObject({ status: 'INVOICE_RECEIVED', amountCents: 12_345 });
    ticket = await onMission(ticket, 'new-invoice-request', { comment: 'La TVA manque.' });
    await link.answer('facture', { amount: '130,00', comment: '' }, { invoice: aPdf('facture-2.pdf') });
    ticket = await desk.until(ticket, 'INVOICE_RECEIVED');
    expect(ticket.amountCents).toBe(13_000);
    await close(ticket);
  });

  it('ODSM: each contractor at its own step, one status for all, neither quote nor third party', async () => {
    const contractors = ['Maçon', 'Peintre'].map((name) => aContractor(name, module, 'odsm').person);
    let ticket = await desk.open(aDraft(module, scene, contractors));
    expect(ticket).toMatchObject({ type: 'MULTI_WORK_ORDER', status: 'IN_PROGRESS' });
    expect(await desk.refused(ticket, `missions/${missionOf(ticket).id}/quote-request`)).toBe(
      'NOT_ON_MULTI_WORK_ORDER',
    );
    const persons = [aPerson('Voisin', 'voisin@example.com')];
    expect(await desk.refused(ticket, 'information', { persons })).toBe('NOT_ON_MULTI_WORK_ORDER');
    ticket = await onMission(ticket, 'refusal', { reason: 'Trop loin.' }, 1);
    const { start } = appointmentIn(5);
    ticket = await onMission(ticket, 'acceptance', {
      appointment: { start: start.toISOString(), durationMinutes: 60 },
    });
    expect(ticket.missions.map(({ status }) => status)).toEqual([
      'WORK_ORDER_ACCEPTED',
      'WORK_ORDER_REFUSED',
    ]);
    expect(ticket.status).toBe('IN_PROGRESS');
    await close(ticket);
  });

  it('DS: promised and sent by the link, approved, accepted, appointment, visit, invoice', async () => {
    const { person, mail } = aContractor('Couvreur', module, 'ds');
    let ticket = await desk.open(aDraft(module, scene, [person], { quote: true }));
    expect(ticket).toMatchObject({ type: 'SINGLE_QUOTE', status: 'QUOTE_REQUESTED' });
    const link = await desk.linkOf(mail, ticket);
    await link.answer('devis-promis', { comment: 'Sous huitaine.' });
    await desk.until(ticket, 'QUOTE_PROMISED');
    const amountCents = scene.thresholdCents + 150_000;
    const amount = String(amountCents / 100).replace('.', ',');
    await link.answer('devis', { amount, comment: '' }, { quotes: aPdf('devis.pdf') });
    ticket = await desk.until(ticket, 'QUOTE_RECEIVED');
    expect(ticket).toMatchObject({ colour: 'BLUE', amountCents });

    const acceptance = `missions/${missionOf(ticket).id}/quote-acceptance`;
    if (scene.thresholdCents > 0)
      expect(await desk.refused(ticket, acceptance, {})).toBe('OWNER_APPROVAL_REQUIRED');
    ticket = await onMission(ticket, 'approval-request', {
      role: scene.approverRole,
      approver: scene.approver,
      comment: 'Merci de votre accord.',
    });
    expect(ticket).toMatchObject({ status: 'QUOTE_AWAITING_APPROVAL', colour: 'GREY' });
    const approvers = await desk.linkOf(scene.approverMail, ticket);
    expect(await approvers.text()).toContain('Couvreur');
    await approvers.answer('approbation', { answer: 'APPROVED', comment: 'D’accord.', confirmed: 'oui' });
    ticket = await desk.until(ticket, 'QUOTE_APPROVED');

    const signedCopyId = await desk.upload('devis-signé.pdf');
    ticket = await desk.act(ticket, acceptance, { signedCopyId });
    expect(ticket.status).toBe('QUOTE_ACCEPTED');
    const { start, form } = appointmentIn(50);
    await link.answer('rendez-vous', form);
    ticket = await desk.until(ticket, 'APPOINTMENT_PROPOSED');
    ticket = await onMission(ticket, 'appointment-validation');
    expect(ticket.timers.map(({ kind }) => kind).sort()).toEqual(['COMPLETION', 'PRESENCE', 'VISIT']);

    await desk.moveTo(new Date(start.getTime() - 24 * HOURS + MINUTES));
    await desk.mailTo(mail, ticket, /rappel/i);
    await desk.moveTo(new Date(start.getTime() - 29 * MINUTES));
    await desk.until(ticket, 'PRESENCE_ASKED');
    await link.answer('presence', { answer: 'LATE', lateMinutes: '15' });
    await desk.until(ticket, 'RUNNING_LATE');
    await desk.moveTo(new Date(start.getTime() + 86 * MINUTES));
    await desk.until(ticket, 'AWAITING_COMPLETION');
    await link.answer(
      'fin-intervention',
      { comment: '', amount },
      { proofs: aPdf('photo.pdf'), invoice: aPdf('facture.pdf') },
    );
    ticket = await desk.until(ticket, 'INVOICE_RECEIVED');
    expect(new Set(ticket.documents.map(({ kind }) => kind))).toEqual(
      new Set(['QUOTE', 'SIGNED_QUOTE', 'PROOF', 'INVOICE']),
    );
    await close(ticket);
  });

  it('DM: a second contractor asked, quotes compared, one accepted and the other told', async () => {
    const [first, second] = ['Ascensoriste', 'Électricien'].map((name, at) =>
      aContractor(name.normalize('NFD').replace(/\p{M}/gu, ''), module, `dm${at}`),
    );
    if (!first || !second) throw new Error('two contractors');
    let ticket = await desk.open(aDraft(module, scene, [first.person], { quote: true }));
    ticket = await desk.act(ticket, 'contractors', { contractor: second.person });
    expect(ticket).toMatchObject({ type: 'MULTIPLE_QUOTE', status: 'QUOTE_REQUESTED' });
    const quoteIds = [await desk.upload('devis.pdf')];
    ticket = await onMission(ticket, 'quote', { quoteIds, amountCents: 90_000 }, 0);
    ticket = await onMission(ticket, 'quote', { quoteIds, amountCents: 70_000 }, 1);
    expect(ticket.history.filter(({ manualEntry }) => manualEntry)).toHaveLength(2);
    if (scene.thresholdCents > 0) {
      const asked = { role: scene.approverRole, approver: scene.approver };
      ticket = await onMission(ticket, 'approval-request', asked, 1);
      ticket = await onMission(ticket, 'approval', { approved: true }, 1);
    }
    ticket = await onMission(ticket, 'quote-acceptance', {}, 1);
    expect(ticket.missions.map(({ status }) => status)).toEqual(['QUOTE_REFUSED', 'QUOTE_ACCEPTED']);
    expect(ticket).toMatchObject({ status: 'QUOTE_ACCEPTED', amountCents: 70_000 });
    await desk.mailTo(first.mail, ticket, /retenu|refus/i);
    expect(await desk.refused(ticket, `missions/${missionOf(ticket, 0).id}/quote-acceptance`)).toMatch(
      /QUOTE_ALREADY_ACCEPTED|ACTION_NOT_ALLOWED/,
    );
    const { start } = appointmentIn(5);
    const appointment = { start: start.toISOString(), durationMinutes: 60 };
    ticket = await onMission(ticket, 'appointment-proposal', { appointment }, 1);
    expect(ticket.status).toBe('APPOINTMENT_VALIDATED');
    await close(ticket);
  });

  it('?: asked for, validated into a work order or cancelled, the requester told', async () => {
    const requester = aPerson('Nadia Requérant', `nadia.${module}@example.com`.toLowerCase());
    const request = {
      module,
      place: scene.place,
      subject: 'Ampoule grillée',
      description: 'Au 3e.',
      requester,
    };
    const ask = async (): Promise<Ticket> => {
      const { ticketId } = await desk.post<{ ticketId: string }>('/api/requests', request);
      return desk.read(ticketId);
    };
    let ticket = await ask();
    expect(ticket).toMatchObject({ type: 'PRE_TICKET', status: 'PENDING_VALIDATION', colour: 'BLUE' });
    const { person, mail } = aContractor('Electricien', module, 'pre');
    ticket = await desk.act(ticket, 'validation', aDraft(module, scene, [person], { requester }));
    expect(ticket).toMatchObject({ type: 'WORK_ORDER', status: 'WORK_ORDER_SENT' });
    await desk.mailTo(mail, ticket, /\/i\//);
    await desk.mailTo(`nadia.${module}@example.com`.toLowerCase(), ticket, /./);
    await close(ticket);

    const other = await ask();
    const cancelled = await desk.act(other, 'cancellation', { reason: 'Déjà réparé.' });
    expect(cancelled).toMatchObject({ status: 'CANCELLED', colour: 'RED' });
    await desk.mailTo(`nadia.${module}@example.com`.toLowerCase(), other, /Déjà réparé/);
    expect(await desk.refused(other, 'validation', aDraft(module, scene, [person]))).toMatch(
      /ACTION_NOT_ALLOWED|TICKET_ALREADY_CLOSED/,
    );
  });
});
