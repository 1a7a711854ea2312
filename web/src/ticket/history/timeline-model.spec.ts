import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '../../api/types.js';
import { aMission, anEntry, aTicket } from '../ticket.builder.js';
import { timelineOf } from './timeline-model.js';

const CONTRACTOR = { kind: 'CONTRACTOR', id: 'm1', name: 'Plomberie Durand' } as const;
const SYSTEM = { kind: 'SYSTEM', id: '', name: '' } as const;

describe('timelineOf', () => {
  it('reads from bottom to top, the initial request below all', () => {
    const ticket = aTicket({
      originalDescription: 'Ça fuit',
      history: [anEntry({ id: 'e1' }), anEntry({ id: 'e2', fact: 'WorkOrderRequested', missionId: 'm1' })],
    });
    expect(timelineOf(ticket).map((item) => item.id)).toEqual(['e2', 'e1', 'request']);
  });

  it('puts answers in the centre, the manager and the system on the right', () => {
    const history = [
      anEntry({ id: 'asked' }),
      anEntry({ id: 'answered', fact: 'WorkOrderAccepted', actor: CONTRACTOR, missionId: 'm1' }),
      anEntry({ id: 'reminded', fact: 'ReminderSent', actor: SYSTEM, missionId: 'm1' }),
      anEntry({ id: 'typed', fact: 'WorkOrderAccepted', manualEntry: true, missionId: 'm1' }),
    ];
    const sides = timelineOf(aTicket({ history })).map(({ id, side }) => `${id} ${side}`);
    expect(sides.reverse()).toEqual(['asked sent', 'answered received', 'reminded sent', 'typed received']);
  });

  it('counts a request as received, also when LSC brings it in the name of a user', () => {
    const history = [anEntry({ id: 'request-of-lsc', fact: 'PreTicketReceived' })];
    expect(timelineOf(aTicket({ history }))[0]).toMatchObject({ side: 'received', who: 'Claire Moreau' });
  });

  it('names who wrote to whom, and who typed an answer in', () => {
    const history = [
      anEntry({ fact: 'WorkOrderRequested', missionId: 'm1' }),
      anEntry({ fact: 'ReminderSent', timer: 'WORK_ORDER_REMINDER', actor: SYSTEM, missionId: 'm1' }),
      anEntry({ fact: 'WorkOrderAccepted', manualEntry: true, missionId: 'm1' }),
    ];
    const [typed, reminded, asked] = timelineOf(aTicket({ history }));
    expect(asked?.who).toBe('Claire Moreau → Plomberie Durand');
    expect(reminded?.who).toBe('Automatique → Plomberie Durand');
    expect(reminded?.title).toBe('Relance envoyée : relance de l’ordre de service');
    expect(typed?.who).toBe('Plomberie Durand, saisi par Claire Moreau');
  });

  it('tells a presence answer with its delay', () => {
    const history = [
      anEntry({ fact: 'PresenceAnswered', actor: CONTRACTOR, presence: 'LATE', lateMinutes: 90 }),
    ];
    expect(timelineOf(aTicket({ history }))[0]?.title).toBe('En retard (1 h 30)');
  });

  it('names the approver, the informed and the new manager', () => {
    const history = [
      anEntry({ fact: 'ApprovalRequested', missionId: 'm1', names: ['Hélène Garnier'] }),
      anEntry({
        fact: 'ApprovalAnswered',
        missionId: 'm1',
        names: ['Hélène Garnier'],
        approved: true,
        manualEntry: true,
      }),
    ];
    const [answered, asked] = timelineOf(aTicket({ history }));
    expect(asked?.who).toBe('Claire Moreau → Hélène Garnier');
    expect(answered).toMatchObject({
      title: 'Devis approuvé',
      who: 'Hélène Garnier, saisi par Claire Moreau',
      side: 'received',
    });
  });

  it('tells a refused attempt, a step back and a change in French', () => {
    const history = [
      anEntry({ fact: 'ActionRefused', action: 'ACCEPT_QUOTE', refusal: 'OWNER_APPROVAL_REQUIRED' }),
      anEntry({ fact: 'SteppedBack', status: 'QUOTE_RECEIVED' }),
      anEntry({ fact: 'TicketUpdated', text: 'subject, timers' }),
    ];
    const [updated, back, refused] = timelineOf(aTicket({ history }));
    expect(refused?.title).toBe('Action refusée : accepter le devis');
    expect(refused?.text).toContain('propriétaire');
    expect(back?.title).toBe('Retour à l’étape précédente : devis reçu');
    expect(updated?.text).toBe('sujet, délais de relance');
  });

  it('shows a fact that a later release brings by its name', () => {
    expect(
      timelineOf(aTicket({ history: [anEntry({ fact: 'RobotSent' as HistoryEntry['fact'] })] }))[0]?.title,
    ).toBe('RobotSent');
  });

  it('keeps one third party in the simplified reading', () => {
    const ticket = aTicket({
      missions: [aMission(), aMission({ id: 'm2' })],
      history: [
        anEntry({ id: 'open' }),
        anEntry({ id: 'a', missionId: 'm1' }),
        anEntry({ id: 'b', missionId: 'm2' }),
        anEntry({ id: 'c', correspondentId: 'c1' }),
      ],
    });
    expect(timelineOf(ticket, 'm2').map((item) => item.id)).toEqual(['b']);
    expect(timelineOf(ticket, 'c1').map((item) => item.id)).toEqual(['c']);
  });
});
