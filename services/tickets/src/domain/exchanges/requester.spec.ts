import { describe, expect, it } from '@jest/globals';
import { aContractor, aDocument, aDraft, aPerson, aRequester, aUser } from '../../testing/builders.js';
import { Scenario, refusal } from '../../testing/scenario.js';
import { isRecorded, recordOf } from '../history/history.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { requesterOf } from '../ticket/requester.js';
import { isRepairAsked, lastRepair } from './requester-exchange.js';

/** Whoever asked writes, adds photos, takes back its request, and says whether it is repaired. */

const petit = aPerson({ partyId: 'party-9', name: 'Mme Petit' });
const requester = aRequester({ id: 'requester-party-9' });
const ids = { thread: 't1', message: 'x1', correspondent: 'c1' };

const says = (scenario: Scenario, over: object = {}, actor = requester): Scenario =>
  scenario.asks(
    'PostMessage',
    {
      ...{ missionId: '', correspondentId: '', threadId: '', subject: '', text: 'Toujours rien.', ids },
      ...{ documents: [], received: true, ...over },
    },
    actor,
  );

const done = (): Scenario =>
  Scenario.opened({ requester: petit })
    .does('AcceptWorkOrder')
    .does('ReportCompletion')
    .manages('RequestInvoice');

describe('whoever asked', () => {
  it('has a link without having been added, which another requester has not', () => {
    expect(requesterOf(Scenario.requested().ticket)).toMatchObject({
      id: 'requester-party-9',
      role: 'REQUESTER',
      person: { name: 'Mme Petit' },
    });
    const other = aRequester({ id: 'requester-party-1' });
    expect(refusal(() => says(Scenario.requested(), {}, other))).toBe('CORRESPONDENT_NOT_FOUND');
  });

  it('writes and adds photos before its request is validated, and after', () => {
    const written = says(Scenario.requested(), { documents: [aDocument({ id: 'photo-2' })] });
    expect(written.facts).toEqual(['MessageReceived']);
    expect(written.ticket.documents.map(({ ref }) => ref.id)).toEqual(['photo-1', 'photo-2']);
    expect(written.ticket.correspondents).toEqual([]);
    const open = says(Scenario.opened({ requester: petit }));
    expect(open.shown).toBe('WORK_ORDER_SENT BLUE');
    const answered = open.asks('PostMessage', {
      ...{ missionId: '', correspondentId: 'requester-party-9', threadId: 't1', subject: '' },
      ...{ text: 'Demain.', documents: [], received: false, ids: { ...ids, message: 'x2' } },
    });
    expect(answered.shown).toBe('WORK_ORDER_SENT GREY');
    expect(answered.ticket.threads).toHaveLength(1);
  });

  it('takes back its own request until it is validated, and nobody else’s', () => {
    const withdrawn = Scenario.requested().asks('CancelPreTicket', { reason: 'Réglé.' }, requester);
    expect(withdrawn.facts).toEqual(['PreTicketCancelled']);
    const other = aRequester({ id: 'requester-party-1' });
    const attempt = (scenario: Scenario, actor = requester) =>
      refusal(() => scenario.asks('CancelPreTicket', { reason: '' }, actor));
    expect(attempt(Scenario.requested(), other)).toBe('ACTOR_NOT_ALLOWED');
    const validated = Scenario.requested().asks('ValidatePreTicket', {
      ...{ draft: aDraft({ requester: petit }), missionIds: ['m1'], settings: DEFAULT_SETTINGS },
    });
    expect(attempt(validated)).toBe('ACTION_NOT_ALLOWED');
  });
});

describe('"est-ce réparé ?"', () => {
  it('is asked once the work was reported as done', () => {
    expect(isRepairAsked(Scenario.opened().ticket)).toBe(false);
    expect(isRepairAsked(done().ticket)).toBe(true);
    expect(refusal(() => says(Scenario.opened({ requester: petit }), { repaired: false }))).toBe(
      'INVALID_COMMAND; repaired NOT_ASKED',
    );
  });

  it('no: the ticket turns blue, with a trace, and no step moves', () => {
    expect(done().shown).toBe('INVOICE_REQUESTED GREY');
    const said = says(done(), { repaired: false, text: 'Est-ce réparé ? Non.' });
    expect(said.shown).toBe('INVOICE_REQUESTED BLUE');
    expect(lastRepair(said.ticket)).toBe(false);
    expect(said.events.filter(isRecorded).map(recordOf)).toMatchObject([
      { fact: 'MessageReceived', text: 'Est-ce réparé ? Non.', actor: { kind: 'REQUESTER' } },
    ]);
  });

  it('yes: nothing waits for the manager', () => {
    const said = says(done(), { repaired: true });
    expect(said.shown).toBe('INVOICE_REQUESTED GREY');
    expect(lastRepair(said.ticket)).toBe(true);
  });

  it('no, after the closing: it is kept and reopens nothing; any other message is refused', () => {
    const closed = done().closes();
    const said = says(closed, { repaired: false });
    expect(said.ticket.phase).toBe('closed');
    expect(lastRepair(said.ticket)).toBe(false);
    expect(refusal(() => says(closed))).toBe('TICKET_ALREADY_CLOSED');
  });

  it('is nobody else’s to answer', () => {
    const attempt = (actor: ReturnType<typeof aUser>, over: object) =>
      refusal(() => says(done(), { repaired: true, ...over }, actor));
    expect(attempt(aContractor('m1'), {})).toBe('INVALID_COMMAND; repaired NOT_ASKED');
    expect(attempt(aUser(), { missionId: 'm1' })).toBe('INVALID_COMMAND; repaired NOT_ASKED');
  });
});
