import { describe, expect, it } from '@jest/globals';
import { aPerson } from '../../testing/builders.js';
import { HOUR, Scenario, after, refusal } from '../../testing/scenario.js';
import { ticketAmount, ticketType } from '../ticket/ticket.js';

/** Manual: "il sera alors question de faire un « choix » sur les devis reçus". */

const M2 = { missionId: 'm2' };
const M3 = { missionId: 'm3' };
const dm = (): Scenario =>
  Scenario.opened({
    quote: true,
    contractors: ['Dupont', 'Martin', 'Durand'].map((name) => aPerson({ name })),
  });

describe('a multiple quote', () => {
  it('asks each contractor, with a reminder each', () => {
    expect(dm().facts).toEqual(['TicketOpened', 'QuoteRequested', 'QuoteRequested', 'QuoteRequested']);
    expect(ticketType(dm().ticket)).toBe('MULTIPLE_QUOTE');
    expect(dm().armed).toEqual(['QUOTE_REMINDER', 'QUOTE_REMINDER', 'QUOTE_REMINDER']);
    expect(dm().shown).toBe('QUOTE_REQUESTED GREY');
  });

  it('shows what the manager can decide before what is waited for, and that before what came to nothing', () => {
    const declined = dm().does('DeclineQuoteRequest');
    expect(declined.shown).toBe('QUOTE_REQUESTED GREY');
    const promised = declined.does('PromiseQuote', {}, M2);
    expect(promised.shown).toBe('QUOTE_PROMISED GREY');
    const received = promised.does('SubmitQuote', { amountCents: 90_000 }, M3);
    expect(received.shown).toBe('QUOTE_RECEIVED BLUE');
    expect(ticketAmount(received.ticket)).toBe(90_000);
    const asked = received.manages('RequestApproval', {}, 'm3');
    expect(asked.shown).toBe('QUOTE_AWAITING_APPROVAL GREY');
    expect(asked.does('AnswerApproval', { approved: false }, M3).shown).toBe('QUOTE_REJECTED BLUE');
    expect(asked.does('AnswerApproval', {}, M3).shown).toBe('QUOTE_APPROVED BLUE');
  });

  it('Devis refusé: blue if none is left', () => {
    const oneRefused = dm().does('SubmitQuote').manages('RefuseQuote');
    expect(oneRefused.shown).toBe('QUOTE_REQUESTED GREY');
    const noneLeft = oneRefused.does('DeclineQuoteRequest', {}, M2).does('DeclineQuoteRequest', {}, M3);
    expect(noneLeft.shown).toBe('QUOTE_REQUEST_REFUSED BLUE');
  });
});

describe('the choice', () => {
  const compared = (): Scenario =>
    dm().does('SubmitQuote', { amountCents: 90_000 }).does('SubmitQuote', { amountCents: 80_000 }, M2);

  it('refuses the others, tells them, and stops their reminders', () => {
    const chosen = compared().manages('AcceptQuote', {}, 'm2');
    expect(chosen.events).toMatchObject([
      { type: 'QuoteAccepted', missionId: 'm2' },
      { type: 'QuoteRefused', missionId: 'm1', reason: 'OTHER_CHOSEN' },
      { type: 'QuoteRefused', missionId: 'm3', reason: 'OTHER_CHOSEN' },
    ]);
    expect(['m1', 'm2', 'm3'].map((id) => chosen.mission(id).status)).toEqual([
      'QUOTE_REFUSED',
      'QUOTE_ACCEPTED',
      'QUOTE_REFUSED',
    ]);
    expect(chosen.armed).toEqual(['APPOINTMENT_REMINDER']);
  });

  it('decides what the ticket shows from then on: status, colour, amount; the type stays', () => {
    const chosen = compared().manages('AcceptQuote', {}, 'm2');
    expect(chosen.shown).toBe('QUOTE_ACCEPTED GREY');
    expect(ticketAmount(chosen.ticket)).toBe(80_000);
    expect(ticketType(chosen.ticket)).toBe('MULTIPLE_QUOTE');
    expect(chosen.does('ProposeAppointment', {}, M2).shown).toBe('APPOINTMENT_PROPOSED BLUE');
  });

  it('leaves alone those that had come to nothing', () => {
    const chosen = dm()
      .does('DeclineQuoteRequest')
      .does('SubmitQuote', {}, M2)
      .manages('AcceptQuote', {}, 'm2');
    expect(chosen.mission('m1').status).toBe('QUOTE_REQUEST_REFUSED');
    expect(chosen.events.map(({ type }) => type)).toEqual(['QuoteAccepted', 'QuoteRefused']);
  });

  it('stops an approval that was waited for', () => {
    const waiting = compared().manages('RequestApproval');
    expect(waiting.armed).toEqual(['APPROVAL_REMINDER', 'QUOTE_REMINDER']);
    expect(waiting.manages('AcceptQuote', {}, 'm2').armed).toEqual(['APPOINTMENT_REMINDER']);
  });

  it('never two accepted quotes', () => {
    const chosen = compared().manages('AcceptQuote', {}, 'm2');
    const again = chosen.manages('StepBack', {}, 'm1');
    expect(again.mission('m1').status).toBe('QUOTE_RECEIVED');
    expect(refusal(() => again.manages('AcceptQuote'))).toBe('QUOTE_ALREADY_ACCEPTED');
  });

  it('stepped back: the siblings stay refused, each may be stepped back too', () => {
    const back = compared().manages('AcceptQuote', {}, 'm2').manages('StepBack', {}, 'm2');
    expect(['m1', 'm2', 'm3'].map((id) => back.mission(id).status)).toEqual([
      'QUOTE_REFUSED',
      'QUOTE_RECEIVED',
      'QUOTE_REFUSED',
    ]);
    const other = back.at(after(HOUR)).manages('StepBack', {}, 'm3').manages('StepBack', {}, 'm1');
    expect(other.armed).toEqual(['QUOTE_REMINDER']);
    expect(other.manages('AcceptQuote').shown).toBe('QUOTE_ACCEPTED GREY');
  });
});
