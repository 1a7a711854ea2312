import { describe, expect, it } from '@jest/globals';
import type { FollowUpStep } from '../../api/types.js';
import { expectedVisit, shownSteps } from './follow-up-model.js';

const step = (fact: string, minute: number, more: Partial<FollowUpStep> = {}): FollowUpStep => ({
  // Also of a later release.
  fact: fact as FollowUpStep['fact'],
  at: `2026-03-05T09:${String(minute).padStart(2, '0')}:00Z`,
  ...more,
});
const titles = (steps: FollowUpStep[]) => shownSteps(steps).map(({ title }) => title);

describe('the steps a client reads', () => {
  it('begin with the newest', () => {
    expect(titles([step('TicketOpened', 1), step('WorkOrderRequested', 2)])).toEqual([
      'Entreprise sollicitée',
      'Dossier ouvert par l’agence',
    ]);
  });

  it('say that a request was validated', () => {
    expect(titles([step('PreTicketReceived', 1), step('TicketOpened', 5)])).toEqual([
      'Demande validée par l’agence',
      'Demande reçue par l’agence',
    ]);
  });

  it('are told once when several contractors were asked together', () => {
    expect(titles([step('QuoteRequested', 1), step('QuoteRequested', 1), step('QuoteRequested', 7)])).toEqual(
      ['Devis demandé', 'Devis demandé'],
    );
  });

  it('leave out what this release has no French for', () => {
    expect(titles([step('TicketOpened', 1), step('SomethingNew', 2), step('constructor', 3)])).toEqual([
      'Dossier ouvert par l’agence',
    ]);
  });
});

describe('the visit to come', () => {
  const first = { start: '2026-03-10T09:00:00Z', durationMinutes: 60 };
  const second = { start: '2026-03-12T09:00:00Z', durationMinutes: 30 };

  it('is the last one told', () => {
    const steps = [
      step('WorkOrderAccepted', 1, { appointment: first }),
      step('AppointmentValidated', 2, { appointment: second }),
    ];
    expect(expectedVisit({ status: 'APPOINTMENT_VALIDATED', steps })).toEqual(second);
  });

  it.each(['IN_PROGRESS', 'COMPLETION_RECEIVED', 'CLOSED'] as const)('is none when %s', (status) => {
    expect(
      expectedVisit({ status, steps: [step('WorkOrderAccepted', 1, { appointment: first })] }),
    ).toBeUndefined();
  });
});
