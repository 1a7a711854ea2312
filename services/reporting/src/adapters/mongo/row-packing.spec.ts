import { describe, expect, it } from '@jest/globals';
import { aRow, DAY, HOUR, MONDAY } from '../../testing/measured.js';
import { packRow, unpackRow } from './row-packing.js';

const stored = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown[];

describe('a packed row', () => {
  it('is the row again, with all that is known of it and of its missions', () => {
    const row = aRow([
      ['TicketOpened', MONDAY, { byUser: true }],
      ['QuoteRequested', MONDAY + HOUR],
      ['QuoteReceived', MONDAY + 5 * HOUR, { amountCents: 12_000 }],
      ['ApprovalRequested', MONDAY + 6 * HOUR],
      ['QuoteAccepted', MONDAY + 9 * HOUR, { amountCents: 12_000 }],
      ['PresenceAnswered', MONDAY + DAY, { presence: 'LATE' }],
      ['CompletionReported', MONDAY + 2 * DAY],
      ['InvoiceReceived', MONDAY + 3 * DAY, { amountCents: 13_000 }],
      ['TicketClosed', MONDAY + 4 * DAY],
      ['TicketReopened', MONDAY + 5 * DAY],
    ]);
    expect(unpackRow(row.agencyId, stored(packRow(row)))).toEqual(row);
  });

  it('leaves no column out, of tickets nor of missions', () => {
    const row = aRow([['WorkOrderRequested', MONDAY]]);
    const back = unpackRow(row.agencyId, stored(packRow(row)));
    expect(Object.keys(back).sort()).toEqual(Object.keys(row).sort());
    expect(Object.keys(back.missions[0] ?? {}).sort()).toEqual(Object.keys(row.missions[0] ?? {}).sort());
  });
});
