import { describe, expect, it } from '@jest/globals';
import { aPerson } from '../testing/builders.js';
import { REACHED, Scenario } from '../testing/scenario.js';
import { contractorActions, userActions } from './actions.js';
import type { MissionStatus } from './mission.js';

const suggested = (scenario: Scenario): string[] =>
  userActions(scenario.ticket)
    .filter((action) => action.suggested)
    .map(({ command, manualEntry }) => (manualEntry ? `${command} by hand` : command));

/** Manual, "Partie gauche". */
describe('the next step', () => {
  it.each<[MissionStatus, string]>([
    ['WORK_ORDER_SENT', 'AcceptWorkOrder by hand'],
    ['WORK_ORDER_REFUSED', 'CloseTicket'],
    ['WORK_ORDER_ACCEPTED', 'AskCompletion'],
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

  it('of an ODSM is one per mission, and closing once all are done', () => {
    const two = Scenario.opened({ contractors: [aPerson(), aPerson()] }).does('RefuseWorkOrder');
    expect(suggested(two)).toEqual(['AcceptWorkOrder by hand']);
    expect(suggested(two.does('RefuseWorkOrder', {}, { missionId: 'm2' }))).toEqual(['CloseTicket']);
  });
});

it('closing is always there; a closed ticket may only be reopened or deleted', () => {
  expect(userActions(Scenario.opened().ticket).map(({ command }) => command)).toEqual([
    'AcceptWorkOrder',
    'RefuseWorkOrder',
    'UpdateTicket',
    'AddNote',
    'ChangeReach',
    'PostMessage',
    'InformThirdParties',
    'CloseTicket',
    'DeleteTicket',
  ]);
  const closed = userActions(Scenario.opened().closes().ticket);
  expect(closed.map(({ command }) => command)).toEqual(['ReopenTicket', 'DeleteTicket']);
});

it('a contractor has its own steps only', () => {
  const asked = REACHED.PRESENCE_ASKED();
  expect(contractorActions(asked.ticket, asked.mission())).toEqual(['AnswerPresence', 'ReportCompletion']);
  const accepted = REACHED.WORK_ORDER_ACCEPTED();
  expect(contractorActions(accepted.ticket, accepted.mission())).toEqual(['ReportCompletion']);
  const closed = asked.closes();
  expect(contractorActions(closed.ticket, closed.mission())).toEqual([]);
});
