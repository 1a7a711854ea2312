import { describe, expect, it } from '@jest/globals';
import {
  listAddress,
  monthWithin,
  periodsOf,
  readAsked,
  readBehind,
  toQuery,
  writeAsked,
} from './address.js';

const TODAY = '2026-03-05';
const read = (search: string) => readAsked(new URLSearchParams(search), TODAY);

describe('what is measured', () => {
  it('is the last twelve months unless the address says otherwise', () => {
    expect(read('')).toMatchObject({ from: '2025-04-01', until: TODAY, hours: 'CALENDAR', urgent: '' });
    expect(read('du=2026-02-31x')).toMatchObject({ from: '2025-04-01' });
  });

  it('comes back from the address as it was written', () => {
    const asked = {
      ...{ from: '2025-01-01', until: '2025-12-31', buildingId: 'b 1', unitId: 'u', managerId: 'm' },
      ...{ contractorId: 'c', source: 'PHONE', trade: 'Plomberie & chauffage', urgent: 'false' as const },
      hours: 'WORKING' as const,
    };
    expect(readAsked(new URLSearchParams(writeAsked(asked).toString()), TODAY)).toEqual(asked);
  });

  it('asks the gateway for nothing that is not set', () => {
    expect(toQuery(read('du=2026-01-01&au=2026-01-31'))).toEqual({
      ...{ from: '2026-01-01', until: '2026-01-31', buildingId: '', unitId: '', managerId: '' },
      ...{ contractorId: '', source: '', trade: '', urgent: '' },
    });
  });
});

it('knows the ends of months and years', () => {
  expect(periodsOf('2024-03-31').find(({ name }) => name === 'lastMonth')).toMatchObject({
    from: '2024-02-01',
    until: '2024-02-29',
  });
  expect(periodsOf('2024-01-15').find(({ name }) => name === 'lastMonth')).toMatchObject({
    from: '2023-12-01',
    until: '2023-12-31',
  });
  expect(monthWithin({ from: '2026-01-10', until: '2026-02-10' }, '2026-02')).toEqual({
    from: '2026-02-01',
    until: '2026-02-10',
  });
});

it('leads to the tickets behind a figure, and reads that address', () => {
  const behind = { kind: 'OPEN', waitedFor: 'AGENCY', ageBand: '4', type: 'WORK_ORDER', page: 3 } as const;
  const address = listAddress('syndic', read(''), behind);
  expect(address).toMatch(/^\/tickets\/syndic\/figures\/tickets\?du=2025-04-01&au=2026-03-05&voir=en-cours/);
  expect(readBehind(new URLSearchParams(address.split('?')[1]))).toEqual(behind);
  expect(readBehind(new URLSearchParams('voir=x&age=9&page=-2&type=y'))).toEqual({
    ...{ kind: 'ALL', waitedFor: '', ageBand: '', type: '', page: 1 },
  });
});
