import { describe, expect, it } from '@jest/globals';
import { aContractor, aDocument, aPerson, aUser } from '../../testing/builders.js';
import { HOUR, REACHED, Scenario, after, refusal } from '../../testing/scenario.js';
import { isRecorded, recordOf } from '../history/history.js';
import { ticketAmount, ticketType } from '../ticket/ticket.js';

/** Row by row: specification, "The model"; manual, "Devis (simple ou multiple)". */

const ds = (): Scenario => Scenario.opened({ quote: true });
const history = (scenario: Scenario) => scenario.events.filter(isRecorded).map(recordOf);
const documents = ({ ticket }: Scenario): string[] =>
  ticket.documents.map(({ kind, ref, missionId }) => `${kind} ${ref.id} ${missionId}`.trim());

describe('1. creation: Demande de devis', () => {
  it('asks the contractor, waits (grey) and starts the quote reminder', () => {
    expect(ds().facts).toEqual(['TicketOpened', 'QuoteRequested']);
    expect(ticketType(ds().ticket)).toBe('SINGLE_QUOTE');
    expect(ds().shown).toBe('QUOTE_REQUESTED GREY');
    expect(ds().armed).toEqual(['QUOTE_REMINDER']);
    expect(ds().due('QUOTE_REMINDER')).toBe('2026-09-14T06:00:00.000Z');
  });
});

describe('2. the contractor’s answer', () => {
  it('refused: blue, reminder stopped', () => {
    const refused = ds().does('DeclineQuoteRequest');
    expect(refused.facts).toEqual(['QuoteRequestRefused']);
    expect(refused.shown).toBe('QUOTE_REQUEST_REFUSED BLUE');
    expect(refused.armed).toEqual([]);
    expect(history(refused)[0]).toMatchObject({ text: 'Trop loin', manualEntry: false });
  });

  it('promised: grey, the reminder goes on from the request', () => {
    const promised = ds().at(after(HOUR)).does('PromiseQuote');
    expect(promised.shown).toBe('QUOTE_PROMISED GREY');
    expect(promised.timers).toEqual(ds().timers);
  });

  it('a promise may be taken back', () => {
    expect(REACHED.QUOTE_PROMISED().does('DeclineQuoteRequest').shown).toBe('QUOTE_REQUEST_REFUSED BLUE');
  });
});

describe('3. the quote: Devis reçu', () => {
  it.each(['QUOTE_REQUESTED', 'QUOTE_PROMISED'] as const)(
    'after %s: blue, amount shown, reminder stopped',
    (status) => {
      const received = REACHED[status]().does('SubmitQuote', { amountCents: 120_050 });
      expect(received.facts).toEqual(['QuoteReceived']);
      expect(received.shown).toBe('QUOTE_RECEIVED BLUE');
      expect(ticketAmount(received.ticket)).toBe(120_050);
      expect(received.armed).toEqual([]);
      expect(documents(received)).toEqual(['QUOTE quote m1']);
      expect(history(received)).toMatchObject([{ amountCents: 120_050, documents: [{ id: 'quote' }] }]);
    },
  );

  it('entered by hand by the manager, also of a contractor who had refused', () => {
    const byHand = REACHED.QUOTE_REQUEST_REFUSED().manages('SubmitQuote');
    expect(byHand.shown).toBe('QUOTE_RECEIVED BLUE');
    expect(history(byHand)).toMatchObject([{ manualEntry: true, actor: aUser() }]);
    expect(refusal(() => REACHED.QUOTE_REQUEST_REFUSED().does('SubmitQuote'))).toBe('ACTION_NOT_ALLOWED');
  });

  it('a second one replaces the first, not yet decided', () => {
    const again = REACHED.QUOTE_RECEIVED().does('SubmitQuote', {
      amountCents: 70_000,
      quotes: [aDocument({ id: 'better' })],
    });
    expect(ticketAmount(again.ticket)).toBe(70_000);
    expect(documents(again)).toEqual(['QUOTE quote m1', 'QUOTE better m1']);
  });

  it('an approved one is not taken out from under its approval by the contractor', () => {
    expect(refusal(() => REACHED.QUOTE_APPROVED().does('SubmitQuote'))).toBe('ACTION_NOT_ALLOWED');
    expect(REACHED.QUOTE_APPROVED().manages('SubmitQuote').shown).toBe('QUOTE_RECEIVED BLUE');
  });

  it.each([
    ['an amount', { amountCents: 0 }, 'amountCents REQUIRED'],
    ['a sensible amount', { amountCents: 1_000_000_001 }, 'amountCents TOO_LARGE'],
    ['the quote itself', { quotes: [] }, 'quotes REQUIRED'],
  ])('wants %s', (_what, content, problem) => {
    expect(refusal(() => ds().does('SubmitQuote', content))).toBe(`INVALID_COMMAND; ${problem}`);
  });

  it('a user may enter what was said by telephone', () => {
    expect(ds().manages('SubmitQuote', { quotes: [] }).status).toBe('QUOTE_RECEIVED');
  });
});

describe('4. the manager’s choice', () => {
  it('accepted: attente de RDV, grey; who is to be contacted is told by the fact', () => {
    const accepted = REACHED.QUOTE_RECEIVED().manages('AcceptQuote');
    expect(accepted.facts).toEqual(['QuoteAccepted']);
    expect(accepted.shown).toBe('QUOTE_ACCEPTED GREY');
    expect(accepted.armed).toEqual(['APPOINTMENT_REMINDER']);
  });

  it('with the signed copy, if there is one (manual, "Étape n° 3 bis")', () => {
    const signedCopy = aDocument({ id: 'signed' });
    const accepted = REACHED.QUOTE_RECEIVED().manages('AcceptQuote', { signedCopy });
    expect(documents(accepted)).toEqual(['QUOTE quote m1', 'SIGNED_QUOTE signed m1']);
    expect(history(accepted)).toMatchObject([{ documents: [{ id: 'signed' }] }]);
  });

  it('refused: blue', () => {
    const refused = REACHED.QUOTE_RECEIVED().manages('RefuseQuote', { comment: 'Trop cher' });
    expect(refused.events).toMatchObject([
      { type: 'QuoteRefused', reason: 'BY_MANAGER', comment: 'Trop cher' },
    ]);
    expect(refused.shown).toBe('QUOTE_REFUSED BLUE');
  });

  it.each(['AcceptQuote', 'RefuseQuote'] as const)('%s is not for contractors', (step) => {
    expect(refusal(() => REACHED.QUOTE_RECEIVED().does(step))).toBe('ACTOR_NOT_ALLOWED');
  });
});

describe('from a work order (manual, "Étape n° 3 bis")', () => {
  it.each([
    'WORK_ORDER_SENT',
    'WORK_ORDER_REFUSED',
    'WORK_ORDER_ACCEPTED',
    'PRESENCE_CONFIRMED',
    'ABSENT',
    'AWAITING_COMPLETION',
    'COMPLETION_RECEIVED',
    'INVOICE_REQUESTED',
  ] as const)('in %s it may become a quote: everything stops, the quote reminder starts', (status) => {
    const asked = REACHED[status]().manages('RequestQuote', { comment: 'Suite à votre visite' });
    expect(asked.events).toMatchObject([{ type: 'QuoteRequested', fromWorkOrder: true, missionId: 'm1' }]);
    expect(ticketType(asked.ticket)).toBe('SINGLE_QUOTE');
    expect(asked.shown).toBe('QUOTE_REQUESTED GREY');
    expect(asked.armed).toEqual(['QUOTE_REMINDER']);
  });

  it('"définir les délais de relance": those of the quote are set with it, and kept', () => {
    const asked = Scenario.opened().manages('RequestQuote', { timers: { quote: { hours: 24, maximum: 1 } } });
    expect(asked.facts).toEqual(['TicketUpdated', 'QuoteRequested']);
    expect(asked.timers).toMatchObject([{ kind: 'QUOTE_REMINDER', maximum: 1, dueAt: after(24 * HOUR) }]);
    expect(asked.ticket.details.timerSettings.quote).toEqual({ hours: 24, maximum: 1 });
  });

  it('"saisir manuellement le devis": by the manager only', () => {
    const entered = REACHED.PRESENCE_CONFIRMED().manages('SubmitQuote', { amountCents: 40_000 });
    expect(entered.shown).toBe('QUOTE_RECEIVED BLUE');
    expect(ticketType(entered.ticket)).toBe('SINGLE_QUOTE');
    expect(entered.armed).toEqual([]);
    expect(refusal(() => REACHED.PRESENCE_CONFIRMED().does('SubmitQuote'))).toBe('ACTION_NOT_ALLOWED');
  });

  it.each(['RequestQuote', 'SubmitQuote'] as const)('%s: "pas possible si vous êtes sur un ODSM"', (step) => {
    const odsm = Scenario.opened({ contractors: [aPerson(), aPerson({ name: 'Élec' })] });
    expect(refusal(() => odsm.manages(step))).toBe('NOT_ON_MULTI_WORK_ORDER');
  });

  it('a quote does not become one again', () => {
    expect(refusal(() => ds().manages('RequestQuote'))).toBe('ACTION_NOT_ALLOWED');
    const onSite = REACHED.APPOINTMENT_VALIDATED().manages('AskPresence');
    expect(refusal(() => onSite.manages('RequestQuote'))).toBe('ACTION_NOT_ALLOWED');
  });

  it('the quote’s request is read anew', () => {
    const read = Scenario.opened().does('AcknowledgeReading');
    expect(read.mission().readAt).toEqual(read.now);
    expect(read.manages('RequestQuote').mission().readAt).toBeUndefined();
  });
});

describe('the rest of its life', () => {
  it('is a work order’s: presence, completion, invoice; the amount is the quote, then the invoice', () => {
    const done = REACHED.APPOINTMENT_VALIDATED()
      .manages('AskPresence')
      .does('AnswerPresence')
      .manages('AskCompletion')
      .does('ReportCompletion');
    expect(done.shown).toBe('COMPLETION_RECEIVED BLUE');
    expect(ticketAmount(done.ticket)).toBe(80_000);
    const invoiced = done.manages('RequestInvoice').does('SubmitInvoice', { amountCents: 81_000 });
    expect(invoiced.shown).toBe('INVOICE_RECEIVED BLUE');
    expect(ticketAmount(invoiced.ticket)).toBe(81_000);
    expect(ticketType(invoiced.ticket)).toBe('SINGLE_QUOTE');
    expect(invoiced.closes().shown).toBe('CLOSED RED');
  });
});

describe('the acknowledgement of reading (manual, "Recevoir l’accusé de lecture de l’ODS")', () => {
  it('is kept once, moves no step and may be entered by hand', () => {
    const read = ds().at(after(HOUR)).does('AcknowledgeReading');
    expect(read.facts).toEqual(['ReadingAcknowledged']);
    expect(read.shown).toBe('QUOTE_REQUESTED GREY');
    expect(read.mission().readAt).toEqual(after(HOUR));
    expect(read.does('AcknowledgeReading').facts).toEqual([]);
    const asked = Scenario.opened({ quote: true, readReceipt: true }).manages('AcknowledgeReading');
    expect(history(asked)).toMatchObject([{ manualEntry: true }]);
    expect(refusal(() => asked.manages('AcknowledgeReading'))).toBe('ACTION_NOT_ALLOWED');
    expect(refusal(() => ds().manages('AcknowledgeReading'))).toBe('ACTION_NOT_ALLOWED');
  });

  it('is the contractor’s', () => {
    const owner = { kind: 'OWNER' as const, id: 'c1', name: '' };
    expect(refusal(() => ds().does('AcknowledgeReading', {}, { actor: owner }))).toBe('ACTOR_NOT_ALLOWED');
    expect(refusal(() => ds().does('AcknowledgeReading', {}, { actor: aContractor('m2') }))).toBe(
      'MISSION_NOT_FOUND',
    );
  });
});
