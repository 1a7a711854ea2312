import { expect, it } from '@jest/globals';
import { NOTHING_EARLIER } from '../../../application/running/growth.js';
import { Scenario } from '../../../testing/scenario.js';
import { toNewFields, toRecord } from './ticket.mapper.js';

it.each(['Fuite\n\nDigicode : B1234', 'Fuite'])('reads %j without the code of the door', (description) => {
  const { ticket } = Scenario.opened({ description });
  const stored = toNewFields({
    record: { ticket, version: 1, history: [], handled: [], earlier: NOTHING_EARLIER, timeSpentSeconds: 0 },
    origin: 'command:1',
    entries: [],
    moved: [],
    outgoing: [],
    at: ticket.modifiedAt,
  });
  expect(toRecord(stored).ticket.details).toMatchObject({
    description: 'Fuite',
    place: { digicode: 'B1234' },
  });
});
