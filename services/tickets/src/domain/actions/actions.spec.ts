import { describe, expect, it } from '@jest/globals';
import { aDraft, aPerson } from '../../testing/builders.js';
import { REACHED, Scenario, refusal } from '../../testing/scenario.js';
import { awaitedActions, contractorActions, userActions } from './actions.js';
import type { MissionCommand } from '../mission/mission-commands.js';
import type { MissionStatus } from '../mission/mission.js';

const suggested = (scenario: Scenario): string[] =>
  userActions(scenario.ticket)
    .filter((action) => action.suggested)
    .map(({ command, manualEntry }) => (manualEntry ? `${command} by hand` : command));

/** Manual, "Partie gauche". */
describe('the next step', () => {
  it.each<[MissionStatus, string]>([
    ['WORK_ORDER_SENT', 'AcceptWorkOrder by hand'],
    ['WORK_ORDER_REFUSED', 'ContactAnotherContractor'],
    ['WORK_ORDER_ACCEPTED', 'AskCompletion'],
    ['QUOTE_REQUESTED', 'SubmitQuote by hand'],
    ['QUOTE_REQUEST_REFUSED', 'ContactAnotherContractor'],
    ['QUOTE_PROMISED', 'SubmitQuote by hand'],
    ['QUOTE_RECEIVED', 'AcceptQuote'],
    ['QUOTE_AWAITING_APPROVAL', 'AnswerApproval by hand'],
    ['QUOTE_APPROVED', 'AcceptQuote'],
    ['QUOTE_REJECTED', 'RefuseQuote'],
    ['QUOTE_ACCEPTED', 'ProposeAppointment by hand'],
    ['QUOTE_REFUSED', 'ContactAnotherContractor'],
    ['APPOINTMENT_PROPOSED', 'ValidateAppointment'],
    ['APPOINTMENT_VALIDATED', 'AskPresence'],
    ['PRESENCE_ASKED', 'AnswerPresence by hand'],
    ['PRESENCE_CONFIRMED', 'AskCompletion'],
    ['RUNNING_LATE', 'AskCompletion'],
    ['ABSENT', 'AcceptWorkOrder by hand'],
    ['POSTPONEMENT_ASKED', 'AcceptWorkOrder by hand'],
    ['AWAITING_COMPLETION', 'ReportCompletion by hand'],
    ['COMPLETION_RECEIVED', 'RequestInvoice'],
    ['INVOICE_REQUESTED', 'SubmitInvoice by hand'],
    ['INVOICE_RECEIVED', 'CloseTicket'],
    ['NEW_INVOICE_REQUESTED', 'SubmitInvoice by hand'],
  ])('in %s is %s', (status, step) => {
    expect(suggested(REACHED[status]())).toEqual([step]);
  });

  it('after an acceptance is presence, when it was ticked (manual, "Étape n° 2")', () => {
    expect(suggested(Scenario.opened({ askPresence: true }).does('AcceptWorkOrder'))).toEqual([
      'AskPresence',
    ]);
  });

  it('above the mandate’s threshold is the owner’s approval', () => {
    const place = { ...aDraft().place!, approvalThresholdCents: 50_000 };
    const dear = Scenario.opened({ quote: true, place }).does('SubmitQuote', { amountCents: 50_001 });
    expect(suggested(dear)).toEqual(['RequestApproval']);
    expect(userActions(dear.ticket).map(({ command }) => command)).not.toContain('AcceptQuote');
    expect(suggested(dear.manages('RequestApproval').does('AnswerApproval'))).toEqual(['AcceptQuote']);
  });

  it.each(['ABSENT', 'POSTPONED'] as const)(
    'of a quote whose visit came to nothing (%s) is another appointment',
    (answer) => {
      const missed = REACHED.APPOINTMENT_VALIDATED().manages('AnswerPresence', { answer });
      expect(suggested(missed)).toEqual(['ProposeAppointment by hand']);
    },
  );

  it('of a DM is one per quote until one is chosen, then that one’s', () => {
    const contractors = [aPerson(), aPerson({ name: 'Élec Martin' })];
    const dm = Scenario.opened({ quote: true, contractors }).does('SubmitQuote');
    expect(suggested(dm)).toEqual(['AcceptQuote', 'SubmitQuote by hand']);
    const chosen = dm.manages('AcceptQuote');
    expect(suggested(chosen)).toEqual(['ProposeAppointment by hand']);
    // One that comes too late, by hand.
    const late = chosen.manages('StepBack', {}, 'm2').manages('SubmitQuote', {}, 'm2');
    expect(suggested(late)).toEqual(['ProposeAppointment by hand', 'RefuseQuote']);
  });

  it('of an ODSM is one per mission, and another contractor for work that was refused', () => {
    const two = Scenario.opened({ contractors: [aPerson(), aPerson()] });
    expect(suggested(two)).toEqual(['AcceptWorkOrder by hand', 'AcceptWorkOrder by hand']);
    const refused = two.does('RefuseWorkOrder');
    expect(suggested(refused)).toEqual(['AcceptWorkOrder by hand', 'ContactAnotherContractor']);
    expect(suggested(refused.does('RefuseWorkOrder', {}, { missionId: 'm2' }))).toEqual([
      'ContactAnotherContractor',
    ]);
  });

  it('of an ODSM is its end only once the work of each is done', () => {
    const invoiced = (ticket: Scenario, missionId: string): Scenario =>
      ticket
        .does('AcceptWorkOrder', {}, { missionId })
        .does('ReportCompletion', {}, { missionId })
        .does('SubmitInvoice', {}, { missionId });
    const one = invoiced(Scenario.opened({ contractors: [aPerson(), aPerson()] }), 'm1');
    expect(suggested(one.does('RefuseWorkOrder', {}, { missionId: 'm2' }))).toEqual([
      'ContactAnotherContractor',
    ]);
    expect(suggested(invoiced(one, 'm2'))).toEqual(['CloseTicket']);
  });
});

it('closing is always there; a closed ticket may only be reopened or deleted', () => {
  expect(userActions(Scenario.opened().ticket).map(({ command }) => command)).toEqual([
    'AcceptWorkOrder',
    'RefuseWorkOrder',
    'RequestQuote',
    'SubmitQuote',
    'UpdateTicket',
    'AddNote',
    'ChangeReach',
    'PostMessage',
    'InformThirdParties',
    'ContactAnotherContractor',
    'CloseTicket',
    'DeleteTicket',
  ]);
  const closed = userActions(Scenario.opened().closes().ticket);
  expect(closed.map(({ command }) => command)).toEqual(['ReopenTicket', 'DeleteTicket']);
});

it('a contractor has its own steps only', () => {
  const asked = REACHED.PRESENCE_ASKED();
  expect(contractorActions(asked.ticket, asked.mission())).toEqual([
    'AcceptWorkOrder',
    'RefuseWorkOrder',
    'AnswerPresence',
    'ReportCompletion',
    'PostMessage',
  ]);
  const accepted = REACHED.WORK_ORDER_ACCEPTED();
  expect(contractorActions(accepted.ticket, accepted.mission())).toEqual([
    'AcceptWorkOrder',
    'RefuseWorkOrder',
    'AnswerPresence',
    'ReportCompletion',
    'PostMessage',
  ]);
  const closed = asked.closes();
  expect(contractorActions(closed.ticket, closed.mission())).toEqual([]);
});

it('a contractor is offered the acknowledgement that was asked for, until it gave it', () => {
  const asked = Scenario.opened({ readReceipt: true });
  expect(contractorActions(asked.ticket, asked.mission())).toContain('AcknowledgeReading');
  const given = asked.does('AcknowledgeReading');
  expect(contractorActions(given.ticket, given.mission())).not.toContain('AcknowledgeReading');
});

it('a contractor who answered is asked for no acknowledgement any more', () => {
  const offered = (scenario: Scenario) => [
    ...contractorActions(scenario.ticket, scenario.mission()),
    ...userActions(scenario.ticket).map(({ command }) => command),
  ];
  const order = Scenario.opened({ readReceipt: true });
  const quote = Scenario.opened({ readReceipt: true, quote: true });
  for (const answered of [
    order.does('AcceptWorkOrder'),
    order.does('RefuseWorkOrder'),
    quote.does('PromiseQuote'),
    quote.does('SubmitQuote'),
    quote.does('DeclineQuoteRequest'),
  ]) {
    expect(offered(answered)).not.toContain('AcknowledgeReading');
  }
  // Another request is to be read anew.
  expect(offered(order.does('AcceptWorkOrder').manages('RequestQuote'))).toContain('AcknowledgeReading');
});

it.each(Object.entries(REACHED))(
  'in %s another contractor is offered where OUI or NON would do',
  (_status, reach) => {
    const scenario = reach();
    const offered = userActions(scenario.ticket).some(
      ({ command }) => command === 'ContactAnotherContractor',
    );
    const ways = ['', ...scenario.ticket.missions.map(({ id }) => id)];
    const answers = ways.map((replaced) => refusal(() => scenario.contacts(replaced, 'm9')));
    expect(offered).toBe(answers.includes('accepted'));
  },
);

it('of a quote that was carried out, nobody else is to be asked', () => {
  const done = REACHED.APPOINTMENT_VALIDATED().does('ReportCompletion');
  expect(userActions(done.ticket).map(({ command }) => command)).not.toContain('ContactAnotherContractor');
});

it('nothing that would be refused is offered (specification, 14)', () => {
  for (const reach of Object.values(REACHED)) {
    const scenario = reach();
    for (const { command, missionId } of userActions(scenario.ticket)) {
      if (missionId)
        expect(refusal(() => scenario.manages(command as MissionCommand['type'], {}, missionId))).toBe(
          'accepted',
        );
    }
  }
});

it('waits for the contractor where the next step is its own', () => {
  const awaited = Object.entries(REACHED).flatMap(([status, reach]) => {
    const { ticket } = reach();
    const mission = reach().mission();
    return awaitedActions(ticket, mission).map((action) => `${status}: ${action}`);
  });
  expect(awaited.toSorted()).toEqual([
    'ABSENT: AcceptWorkOrder',
    'AWAITING_COMPLETION: ReportCompletion',
    'INVOICE_REQUESTED: SubmitInvoice',
    'NEW_INVOICE_REQUESTED: SubmitInvoice',
    'POSTPONEMENT_ASKED: AcceptWorkOrder',
    'PRESENCE_ASKED: AnswerPresence',
    'QUOTE_ACCEPTED: ProposeAppointment',
    'QUOTE_PROMISED: SubmitQuote',
    'QUOTE_REQUESTED: PromiseQuote',
    'WORK_ORDER_SENT: AcceptWorkOrder',
  ]);
});
