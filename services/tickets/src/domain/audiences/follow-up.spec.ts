import { describe, expect, it } from '@jest/globals';
import { aDocument, aPerson } from '../../testing/builders.js';
import { REACHED, Scenario } from '../../testing/scenario.js';
import { followUpOf } from './follow-up.js';
import type { HistoryRecord } from '../history/record.js';
import { isRecorded, recordOf } from '../history/history.js';
import { withoutTakenBack } from '../history/taken-back.js';
import type { TicketStatus } from '../ticket/ticket.js';

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

/** The facts a client is told of, after all that happened to a ticket. */
const told = (...course: Scenario[]) => {
  const last = course.at(-1) ?? Scenario.opened();
  const records = course.flatMap(({ events }) => events.filter(isRecorded).map(recordOf));
  return followed(last, records).steps.map(({ fact }) => fact);
};

const BEGUN = ['TicketOpened', 'WorkOrderRequested'];
const back = (from: Scenario, missionId = 'm1') => from.manages('StepBack', {}, missionId);

describe('a step that the manager took back', () => {
  const opened = Scenario.opened();
  const accepted = opened.does('AcceptWorkOrder');

  it('is told no more, and told again when it is done again', () => {
    const undone = back(accepted);
    expect(told(opened, accepted)).toEqual([...BEGUN, 'WorkOrderAccepted']);
    expect(told(opened, accepted, undone)).toEqual(BEGUN);
    expect(told(opened, accepted, undone, undone.does('AcceptWorkOrder'))).toEqual([
      ...BEGUN,
      'WorkOrderAccepted',
    ]);
  });

  it('goes with what the same command did', () => {
    const done = accepted.does('ReportCompletion', { invoice: aDocument() });
    const undone = back(done);
    expect(undone.status).toBe('WORK_ORDER_ACCEPTED');
    expect(told(opened, accepted, done, undone)).toEqual([...BEGUN, 'WorkOrderAccepted']);
  });

  it('is the last one, where only inner ones came between; what is no step counts for none', () => {
    const done = accepted.does('ReportCompletion');
    const invoiced = done.does('SubmitInvoice');
    const written = invoiced.asks('PostMessage', {
      missionId: 'm1',
      correspondentId: '',
      threadId: '',
      subject: 'Prix',
      text: 'Trop cher',
      documents: [],
      received: false,
      ids: { thread: 't', message: 'x', correspondent: 'c' },
    });
    const first = back(written);
    const course = [opened, accepted, done, invoiced, written, first];
    expect(told(...course)).toEqual([...BEGUN, 'WorkOrderAccepted', 'CompletionReported']);
    expect(told(...course, back(first))).toEqual([...BEGUN, 'WorkOrderAccepted']);
  });

  it('is its mission’s own', () => {
    const both = Scenario.opened({ contractors: [aPerson(), aPerson()] });
    const one = both.does('AcceptWorkOrder');
    const two = one.does('AcceptWorkOrder', {}, { missionId: 'm2' });
    const undone = back(two, 'm1');
    const records = [both, one, two, undone].flatMap(({ events }) => events.filter(isRecorded).map(recordOf));
    const accepted2 = records.find(
      ({ fact, missionId }) => fact === 'WorkOrderAccepted' && missionId === 'm2',
    );
    expect(withoutTakenBack(records).filter(({ fact }) => fact === 'WorkOrderAccepted')).toEqual([accepted2]);
  });
});

it('steps are told with their visit; notes, exchanges and attempts are not', () => {
  const accepted = Scenario.opened().does('AcceptWorkOrder');
  const noted = accepted.asks('AddNote', { noteId: 'n', html: 'x', text: 'x', documents: [] });
  const records = [accepted, noted].flatMap(({ events }) => events.filter(isRecorded).map(recordOf));
  expect(followed(noted, records).steps).toMatchObject([
    { fact: 'WorkOrderAccepted', appointment: { durationMinutes: 60 } },
  ]);
});
