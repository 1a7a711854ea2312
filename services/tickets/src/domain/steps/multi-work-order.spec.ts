import { describe, expect, it } from '@jest/globals';
import { aDocument, aPerson } from '../../testing/builders.js';
import { Scenario } from '../../testing/scenario.js';
import { ticketAmount, ticketType } from '../ticket/ticket.js';

/** Specification: "An ODSM shows only EN COURS or CLOS". */

describe('ODSM', () => {
  const two = (): Scenario => Scenario.opened({ contractors: [aPerson(), aPerson({ name: 'Élec Martin' })] });

  it('asks both, follows each apart and shows only EN COURS or CLOS', () => {
    const ticket = two();
    expect(ticketType(ticket.ticket)).toBe('MULTI_WORK_ORDER');
    expect(ticket.facts).toEqual(['TicketOpened', 'WorkOrderRequested', 'WorkOrderRequested']);
    expect(ticket.shown).toBe('IN_PROGRESS GREY');
    const moved = ticket.does('AcceptWorkOrder').does('RefuseWorkOrder', {}, { missionId: 'm2' });
    expect([moved.mission('m1').status, moved.mission('m2').status]).toEqual([
      'WORK_ORDER_ACCEPTED',
      'WORK_ORDER_REFUSED',
    ]);
    expect(moved.shown).toBe('IN_PROGRESS BLUE');
    expect(moved.closes().shown).toBe('CLOSED RED');
  });

  it('adds the amounts of all', () => {
    const finish = (ticket: Scenario, missionId: string): Scenario =>
      ticket
        .does('AcceptWorkOrder', {}, { missionId })
        .does('ReportCompletion', { invoice: aDocument(), invoiceAmountCents: 1_000 }, { missionId });
    expect(ticketAmount(finish(finish(two(), 'm1'), 'm2').ticket)).toBe(2_000);
  });

  it('one contractor’s answer leaves the other’s timers alone', () => {
    expect(
      two()
        .does('RefuseWorkOrder')
        .timers.map(({ missionId }) => missionId),
    ).toEqual(['m2']);
  });
});

describe('past tickets of another product', () => {
  it('are work orders or quotes', () => {
    expect(ticketType(Scenario.imported(4_200, { quote: true }).ticket)).toBe('SINGLE_QUOTE');
    expect(ticketType(Scenario.imported(0, { quote: true }).ticket)).toBe('SINGLE_QUOTE');
    expect(ticketType(Scenario.imported(4_200).ticket)).toBe('WORK_ORDER');
  });

  const imported = (invoiceAmountCents: number): Scenario => Scenario.imported(invoiceAmountCents);

  it('are closed, keep their amount and arm nothing', () => {
    const ticket = imported(4_200);
    expect(ticket.shown).toBe('CLOSED RED');
    expect(ticketAmount(ticket.ticket)).toBe(4_200);
    expect(ticketAmount(imported(0).ticket)).toBe(0);
  });
});
