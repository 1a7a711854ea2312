import { describe, expect, it } from '@jest/globals';
import { aParty, aPublication, aUnit } from '../../testing/builders.js';
import { aPartyFile } from '../../testing/property-builders.js';
import type { ImportLine } from './import.js';
import { newestOfEach, settledBy } from './import.js';
import { mergeLines } from './merge.js';

const lineOf = (line: number, more: Parameters<typeof aPublication>[0], version = 1): ImportLine => ({
  line,
  type: 'x',
  id: String(line),
  version,
  record: aPublication(more),
});

describe('lines of an import', () => {
  it('become one publication, whose faults find their line again', () => {
    const { publication, faultsByLine } = mergeLines('a1', [
      lineOf(7, { parties: [aParty()] }),
      lineOf(8, { units: [aUnit()] }),
      lineOf(9, { files: [{ kind: 'party', record: aPartyFile() }] }),
      lineOf(10, { parties: [aParty({ id: 'p2' })] }),
    ]);
    expect(publication.parties.map(({ id }) => id)).toEqual(['p1', 'p2']);
    const faults = faultsByLine([
      { field: 'parties.1.mails.0', code: 'INVALID_MAIL' },
      { field: 'units.0.buildingId', code: 'UNKNOWN_RECORD' },
      { field: 'partyFiles.0.address', code: 'REQUIRED' },
      { field: 'users', code: 'MAIL_TAKEN' },
    ]);
    expect([...faults]).toEqual([
      [10, [{ field: 'mails.0', code: 'INVALID_MAIL' }]],
      [8, [{ field: 'buildingId', code: 'UNKNOWN_RECORD' }]],
      [9, [{ field: 'address', code: 'REQUIRED' }]],
      [0, [{ field: '', code: 'MAIL_TAKEN' }]],
    ]);
  });

  it('are ordered by the version of the program', () => {
    expect([settledBy(undefined, 1), settledBy(3, 4), settledBy(3, 3), settledBy(3, 2)]).toEqual([
      undefined,
      undefined,
      'unchanged',
      'older',
    ]);
    const same = [lineOf(1, {}, 2), { ...lineOf(2, {}, 5), id: '1' }, { ...lineOf(3, {}, 4), id: '1' }];
    expect(newestOfEach(same).map(({ line }) => line)).toEqual([2]);
  });
});
