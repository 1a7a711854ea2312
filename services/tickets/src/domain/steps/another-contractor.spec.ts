import { describe, expect, it } from '@jest/globals';
import { aContractor, aPerson, aUser } from '../../testing/builders.js';
import { REACHED, Scenario, refusal } from '../../testing/scenario.js';
import { contractorActions, userActions } from '../actions/actions.js';
import type { ContactAnotherContractor } from '../ticket/ticket-commands.js';
import { ticketAmount, ticketType } from '../ticket/ticket.js';
import { MISSION_STEPS, STEPS } from '../mission/steps.js';

/** Manual, "Contacter un autre intervenant": OUI, NON; ANNULER does nothing. */

const type = ({ ticket }: Scenario): string => ticketType(ticket);

describe('OUI: annule et remplace', () => {
  it('on an ODS takes the order back, tells the first, and asks the other', () => {
    const replaced = Scenario.opened().contacts('m1');
    expect(replaced.events).toMatchObject([
      { type: 'MissionReplaced', missionId: 'm1', from: 'WORK_ORDER_SENT' },
      {
        type: 'WorkOrderRequested',
        missionId: 'm2',
        contractor: { name: 'Élec Martin' },
        anotherContractor: true,
      },
    ]);
    expect(replaced.mission('m1').status).toBe('REPLACED');
    expect(type(replaced)).toBe('WORK_ORDER');
    expect(replaced.shown).toBe('WORK_ORDER_SENT GREY');
    expect(replaced.timers.map(({ missionId, kind }) => `${kind} ${missionId}`)).toEqual([
      'WORK_ORDER_REMINDER m2',
    ]);
  });

  it('on a DS asks the other for a quote', () => {
    const replaced = REACHED.QUOTE_RECEIVED().contacts('m1');
    expect(replaced.events).toMatchObject([
      { type: 'MissionReplaced', missionId: 'm1', from: 'QUOTE_RECEIVED' },
      { type: 'QuoteRequested', missionId: 'm2', fromWorkOrder: false, anotherContractor: true },
    ]);
    expect(type(replaced)).toBe('SINGLE_QUOTE');
    expect(replaced.shown).toBe('QUOTE_REQUESTED GREY');
    expect(ticketAmount(replaced.ticket)).toBe(0);
  });

  it('also of a contractor who was chosen, or did not come', () => {
    expect(REACHED.QUOTE_ACCEPTED().contacts('m1').shown).toBe('QUOTE_REQUESTED GREY');
    expect(REACHED.ABSENT().contacts('m1').shown).toBe('WORK_ORDER_SENT GREY');
    expect(REACHED.APPOINTMENT_VALIDATED().contacts('m1').armed).toEqual(['QUOTE_REMINDER']);
  });

  it('the one who was replaced has nothing more to say but a message', () => {
    const replaced = Scenario.opened().contacts('m1');
    for (const step of MISSION_STEPS.filter((one) => STEPS[one].performer === 'contractor')) {
      expect(refusal(() => replaced.does(step))).toBe('ACTION_NOT_ALLOWED');
    }
    expect(contractorActions(replaced.ticket, replaced.mission())).toEqual(['PostMessage']);
    const offered = userActions(replaced.ticket).filter(({ missionId }) => missionId === 'm1');
    expect(offered.map(({ command }) => command)).toEqual(['StepBack']);
  });

  it.each(['COMPLETION_RECEIVED', 'INVOICE_REQUESTED', 'INVOICE_RECEIVED'] as const)(
    'not in %s: work that is done cannot be taken back',
    (status) => {
      expect(refusal(() => REACHED[status]().contacts('m1'))).toBe('ACTION_NOT_ALLOWED');
    },
  );

  it('not twice, and not one who is not there', () => {
    expect(refusal(() => Scenario.opened().contacts('m1').contacts('m1', 'm3'))).toBe('MISSION_NOT_FOUND');
    expect(refusal(() => Scenario.opened().contacts('m9'))).toBe('MISSION_NOT_FOUND');
  });
});

describe('NON: both are kept', () => {
  it('ODS becomes ODSM', () => {
    const both = REACHED.WORK_ORDER_ACCEPTED().contacts();
    expect(both.facts).toEqual(['WorkOrderRequested']);
    expect(type(both)).toBe('MULTI_WORK_ORDER');
    expect(both.shown).toBe('IN_PROGRESS GREY');
    expect(both.armed).toEqual(['COMPLETION', 'WORK_ORDER_REMINDER']);
  });

  it('DS becomes DM', () => {
    const both = REACHED.QUOTE_RECEIVED().contacts();
    expect(both.facts).toEqual(['QuoteRequested']);
    expect(type(both)).toBe('MULTIPLE_QUOTE');
    expect(both.shown).toBe('QUOTE_RECEIVED BLUE');
    expect(both.mission('m1').status).toBe('QUOTE_RECEIVED');
  });

  it('beside work that is done, another work order', () => {
    expect(type(REACHED.INVOICE_RECEIVED().contacts())).toBe('MULTI_WORK_ORDER');
  });

  it('on an ODSM one more, or one in the place of another', () => {
    const odsm = Scenario.opened({ contractors: [aPerson(), aPerson()] });
    expect(odsm.contacts('', 'm3').ticket.missions).toHaveLength(3);
    const replaced = odsm.contacts('m1', 'm3');
    expect(type(replaced)).toBe('MULTI_WORK_ORDER');
    expect(replaced.timers.map(({ missionId }) => missionId)).toEqual(['m2', 'm3']);
  });

  it('not beside an accepted quote: there is nothing left to choose', () => {
    expect(refusal(() => REACHED.QUOTE_ACCEPTED().contacts())).toBe('QUOTE_ALREADY_ACCEPTED');
  });
});

describe('the other contractor', () => {
  const asks = (over: Partial<ContactAnotherContractor>, actor = aUser()): string =>
    refusal(() =>
      Scenario.opened().asks(
        'ContactAnotherContractor',
        { contractor: aPerson(), replacedMissionId: '', newMissionId: 'm2', ...over },
        actor,
      ),
    );

  it('is somebody who can be reached', () => {
    expect(asks({ contractor: undefined })).toBe('INVALID_COMMAND; contractor REQUIRED');
    expect(asks({ contractor: aPerson({ channels: { mail: false, sms: false } }) })).toBe(
      'INVALID_COMMAND; contractor.channels REQUIRED',
    );
  });

  it('is contacted by the manager', () => {
    expect(asks({}, aContractor('m1'))).toBe('ACTOR_NOT_ALLOWED');
    expect(refusal(() => Scenario.opened().closes().contacts())).toBe('TICKET_ALREADY_CLOSED');
  });

  it('is one of twenty at most', () => {
    const full = Scenario.opened({ contractors: Array.from({ length: 20 }, () => aPerson()) });
    expect(refusal(() => full.contacts('', 'm21'))).toBe('INVALID_COMMAND; contractor TOO_MANY');
    expect(refusal(() => full.contacts('m1', 'm21'))).toBe('accepted');
  });
});
