import { describe, expect, it } from '@jest/globals';
import { nextSteps } from './next-step-model.js';
import { aMission, aTicket } from './ticket.builder.js';

const NOW = new Date('2026-03-06T10:00:00Z');

const told = (ticket: Parameters<typeof nextSteps>[0]): string[] =>
  nextSteps(ticket, NOW).map(({ who, what, until }) => [who, what, until].filter(Boolean).join(' | '));

describe('the next step of a ticket', () => {
  it('names who is waited for, and the next reminder', () => {
    const mission = aMission();
    const timers = [
      {
        kind: 'WORK_ORDER_REMINDER' as const,
        missionId: mission.id,
        dueAt: '2026-03-09T08:00:00Z',
        sent: 0,
        maximum: 3,
      },
    ];
    expect(told(aTicket({ missions: [mission], timers }))).toEqual([
      `En attente de ${mission.contractor.name} | sa réponse à l’ordre de service | relance lundi 9 mars à 9\u00A0h\u00A000`,
    ]);
  });

  it('says what the agency must do', () => {
    const missions = [aMission({ status: 'APPOINTMENT_PROPOSED', colour: 'BLUE' })];
    expect(told(aTicket({ status: 'APPOINTMENT_PROPOSED', missions }))).toEqual([
      'À vous | valider la date proposée',
    ]);
    expect(told(aTicket({ status: 'PENDING_VALIDATION', missions: [] }))).toEqual([
      'À vous | valider la demande, ou l’annuler',
    ]);
  });

  it('says it when reminders came to their end', () => {
    const mission = aMission({ colour: 'BLUE' });
    expect(told(aTicket({ missions: [mission] }))[0]).toContain('ne répond pas');
  });

  it('is nothing on a ticket that ended', () => {
    expect(nextSteps(aTicket({ status: 'CLOSED' }), NOW)).toEqual([]);
  });
});
