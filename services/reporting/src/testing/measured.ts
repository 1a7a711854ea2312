import type { Fact, FactType, TicketFacts, TicketHead } from '../domain/measures/fact.js';
import { toRow } from '../domain/measures/ticket-row.js';
import type { TicketRow } from '../domain/measures/ticket-row.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 2 March 2026, 9:00 in Paris. */
export const MONDAY = Date.UTC(2026, 2, 2, 8);

export function aHead(overrides: Partial<TicketHead> = {}): TicketHead {
  return {
    ...{
      version: 1,
      number: 1042,
      type: 'WORK_ORDER',
      module: 'SYNDIC',
      subject: 'Fuite',
      status: 'WORK_ORDER_SENT',
    },
    ...{ buildingId: 'b-1', unitId: 'u-1', placeLabel: 'Les Tilleuls, appartement 12', placeReference: '' },
    ...{ managerId: 'claire', managerName: 'Claire Moreau', urgent: false, silent: false, source: 'PHONE' },
    staffIds: ['claire'],
    requestedAt: MONDAY,
    ...overrides,
  };
}

/** One after the other, each a version. */
export function aLife(
  steps: readonly (readonly [type: FactType, at: number, more?: Partial<Fact>])[],
  head: Partial<TicketHead> = {},
  ticketId = 't-1',
): TicketFacts {
  const facts = steps.map(([type, at, more], index): Fact => {
    const version = index + 1;
    const contractor = { id: 'c-1', name: 'Plomberie Bernard' };
    const mission = type.startsWith('Ticket') ? {} : { missionId: 'm-1', contractor };
    return { id: `${ticketId}-${version}`, version, at, type, ...mission, ...more };
  });
  return { agencyId: 'tilleuls', ticketId, head: aHead({ version: facts.length, ...head }), facts };
}

export const aRow = (...life: Parameters<typeof aLife>): TicketRow => toRow(aLife(...life));
