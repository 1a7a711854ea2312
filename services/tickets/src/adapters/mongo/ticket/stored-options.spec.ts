import { describe, expect, it } from '@jest/globals';
import { Scenario } from '../../../testing/scenario.js';
import { DEFAULT_OPTIONS } from '../../../domain/values/options.js';
import { storedOptions, withoutOptions } from './stored-options.js';
import type { StoredDetails } from './stored-options.js';
import { NOTHING_EARLIER } from '../../../application/running/growth.js';
import { toRow } from '../lists/ticket-row.mapper.js';
import { toNewFields, toRecord } from './ticket.mapper.js';

const { ticket } = Scenario.opened({ urgent: true, visibility: 'OWNERS' });
const saved = toNewFields({
  record: { ticket, version: 1, history: [], handled: [], earlier: NOTHING_EARLIER, timeSpentSeconds: 0 },
  origin: 'command:1',
  entries: [],
  moved: [],
  outgoing: [],
  at: ticket.modifiedAt,
});

/** As releases before `TicketOptions` wrote it: what is chosen stands beside the rest, and knows no later option. */
const { caretakerOpens: _, ...known } = ticket.details.options;
const older: StoredDetails = { ...withoutOptions(saved.details), ...known };

describe('a ticket that was saved before its options were one value', () => {
  it('is read as the same ticket, with nothing of the old shape', () => {
    expect(toRecord({ ...saved, details: older }).ticket).toEqual(toRecord(saved).ticket);
  });

  it('shows the same row', () => {
    expect(toRow({ ...saved, details: older }, 'u')).toEqual(toRow(saved, 'u'));
  });
});

it('an option that a stored ticket does not know was not chosen', () => {
  expect(storedOptions({ ...older, options: { silent: true } })).toEqual({
    ...DEFAULT_OPTIONS,
    silent: true,
  });
});
