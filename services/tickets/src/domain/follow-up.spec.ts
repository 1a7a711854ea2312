import { expect, it } from '@jest/globals';
import { aPerson } from '../testing/builders.js';
import { REACHED, Scenario } from '../testing/scenario.js';
import { followUpOf } from './follow-up.js';
import type { HistoryRecord } from './history.js';
import { isRecorded, recordOf } from './history.js';
import type { TicketStatus } from './ticket.js';

/** Manual, "Précisions": a client follows its ticket, "en occultant certaines étapes internes". */

const followed = (scenario: Scenario, history: readonly HistoryRecord[] = []) =>
  followUpOf(scenario.ticket, history);

it.each<[string, () => Scenario, TicketStatus]>([
  ['asked', () => Scenario.opened(), 'WORK_ORDER_SENT'],
  [
    'refused by its contractor: the agency’s matter',
    () => Scenario.opened().does('RefuseWorkOrder'),
    'IN_PROGRESS',
  ],
  ['accepted', () => Scenario.opened().does('AcceptWorkOrder'), 'WORK_ORDER_ACCEPTED'],
  [
    'about to be visited',
    () => Scenario.opened().does('AcceptWorkOrder').manages('AskPresence'),
    'WORK_ORDER_ACCEPTED',
  ],
  ['with several contractors', () => Scenario.opened({ contractors: [aPerson(), aPerson()] }), 'IN_PROGRESS'],
  ['asking for a quote', () => Scenario.opened({ quote: true }), 'QUOTE_REQUESTED'],
  [
    'whose quoted works are about to begin',
    () => REACHED.APPOINTMENT_VALIDATED().manages('AskPresence'),
    'APPOINTMENT_VALIDATED',
  ],
  ['done', () => Scenario.opened().does('AcceptWorkOrder').does('ReportCompletion'), 'COMPLETION_RECEIVED'],
  [
    'invoiced: between agency and contractor',
    () => Scenario.opened().does('AcceptWorkOrder').does('ReportCompletion').does('SubmitInvoice'),
    'COMPLETION_RECEIVED',
  ],
])('a ticket %s', (_case, make, shown) => {
  expect(followed(make())).toMatchObject({ status: shown, colour: 'GREY' });
});

it('a closed one is red; that the manager must act is never shown', () => {
  expect(followed(Scenario.opened().closes())).toMatchObject({ status: 'CLOSED', colour: 'RED' });
  const refused = Scenario.opened().does('RefuseWorkOrder');
  expect([refused.shown, followed(refused).colour]).toEqual(['WORK_ORDER_REFUSED BLUE', 'GREY']);
});

it('steps are told with their visit; notes, exchanges and attempts are not', () => {
  const accepted = Scenario.opened().does('AcceptWorkOrder');
  const noted = accepted.asks('AddNote', { noteId: 'n', html: 'x', text: 'x', documents: [] });
  const records = [accepted, noted].flatMap(({ events }) => events.filter(isRecorded).map(recordOf));
  expect(followed(noted, records).steps).toMatchObject([
    { fact: 'WorkOrderAccepted', appointment: { durationMinutes: 60 } },
  ]);
});
