import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  anAid,
  anOccupant,
  anOrganisme,
  anUnpaidMonth,
  aTenancy,
  someSettings,
  theLayout,
} from '../../samples/builders.js';
import { buildFile } from '../../samples/build-file.js';
import { readIndependently } from '../../samples/independent-parser.js';
import { caf12Row } from '../selection/caf12.js';
import { caf32Row } from '../selection/caf32.js';
import { caf42Row } from '../selection/caf42.js';
import { personsOf } from '../selection/person.js';
import type { Row } from '../selection/row.js';
import type { Tenancy } from '../selection/tenancy.js';

const settings = someSettings();
const organisme = anOrganisme();

const caf12 = (tenancy: Tenancy): Row[] =>
  personsOf(tenancy).map((person) =>
    caf12Row(person, { settings, organisme, year: 2026, today: '2026-08-03' }),
  );

const SHARED = aTenancy({
  accountId: 'acc-2',
  account: '411COLOC',
  furnished: true,
  flatShare: true,
  lines: [
    { label: 'Loyer meublé', fiscalCode: 'LOYM', nature: 'RENT', cents: 1000_01 },
    { label: 'Charges', fiscalCode: 'CHA', nature: 'CHARGES', cents: 100_00 },
    { label: 'Parking', fiscalCode: 'PKG', nature: 'OTHER', cents: 60_00 },
  ],
  occupants: [
    anOccupant({
      id: 's1',
      lastName: 'Bœuf',
      firstName: 'Anaïs',
      aid: anAid({ uniqueNumber: '00A1', type: 'AL' }),
    }),
    anOccupant({
      id: 's2',
      lastName: 'Żółć',
      firstName: 'Łukasz',
      entryDate: undefined,
      aid: anAid({ uniqueNumber: '00A2' }),
    }),
    anOccupant({ id: 's3', lastName: 'Sans caisse', aid: undefined }),
  ],
});

const INDEBTED = aTenancy({
  calls: ['2026-03', '2026-04', '2026-05', '2026-06'].map((month) => anUnpaidMonth(month, 480_00)),
  planSince: '2026-06-20',
});

const FILES: Readonly<Record<string, () => Row[]>> = {
  caf12: () => [...caf12(aTenancy()), ...caf12(SHARED)],
  caf32: () =>
    personsOf(INDEBTED).map((person) => caf32Row(person, { settings, organisme, today: '2026-08-03' })),
  caf42: () =>
    personsOf(aTenancy()).map((person) =>
      caf42Row(person, {
        organisme,
        nature: 'D',
        leaving: {
          ...{ leaseId: 'lease-1', sharerId: '', noticeId: 'n1', reason: 1 },
          ...{ noticeDate: '2026-05-02', noticeEnd: '2026-08-02', departedOn: '2026-07-31' },
          ...{ lastMonthPaid: true, balanceCents: 123_45, sharersLeft: 0 },
          newAddress: { line: '12 bis, avenue du Général de Gaulle', postcode: '69003', town: 'Lyon 3e' },
        },
      }),
    ),
};

const GOLDEN = join(import.meta.dirname, '../../../golden');

describe.each(Object.keys(FILES))('a file %s', (message) => {
  const built = () => buildFile(theLayout(`cafx-1.0-${message}`), FILES[message]!());

  it('is byte for byte the golden one', () => {
    const path = join(GOLDEN, `${message}.txt`);
    const { bytes, faults } = built();
    expect(faults).toEqual([]);
    expect(bytes.toString('latin1')).toBe(readFileSync(path, 'latin1'));
  });

  it('reads well by the page alone', () => {
    const read = readIndependently(built().bytes);
    expect(read.breaches).toEqual([]);
    expect(read.header).toMatchObject({
      ...{
        createdDate: '20260803',
        createdTime: '101530',
        fileNumber: '000001',
        cleRib: '06',
        environment: 'T',
      },
      ...{ company: 'CABINET DES TILLEULS', iban: 'FR1420041010050500013M02606' },
    });
  });
});

describe('what the files say', () => {
  const read = (message: string) =>
    readIndependently(buildFile(theLayout(`cafx-1.0-${message}`), FILES[message]!()).bytes);

  it('shares a rent to the cent, names without accents, the entry date of the first rent call where none is given', () => {
    const [alone, first, second] = read('caf12').details;
    expect(alone).toMatchObject({
      ...{
        unique: 'CAF000000000000001',
        allocataire: '000000001234567',
        lastName: 'LEFEVRE',
        firstName: 'ZOE',
      },
      ...{ aidType: '900', flatShare: 'N', sharers: '01', rentShare: '000065000', charges: '000008000' },
      ...{ referenceMonth: '202607', effective: '20270101', julyPaid: 'O', upToDate: 'O' },
    });
    expect(first).toMatchObject({ lastName: 'BOEUF', aidType: '999', sharers: '03', furnished: 'O' });
    expect(second).toMatchObject({
      lastName: 'ZOLC',
      firstName: 'LUKASZ',
      entry: '20240901',
      unique: '00A2',
    });
    expect([first, second].map((row) => [row?.['rentShare'], row?.['rentDwelling']])).toEqual([
      ['000033334', '000100001'],
      ['000033334', '000100001'],
    ]);
  });

  it('tells the rule, the day and the amount of a debt', () => {
    expect(read('caf32').details[0]).toMatchObject({
      // 2 × (650 + 80 − 250) = 960, reached with the second month.
      ...{ rule: '1', constituted: '20260405', threshold: '000096000', debt: '000192000', months: '04' },
      ...{
        firstUnpaid: '202603',
        lastUnpaid: '202606',
        toLandlord: 'O',
        plan: 'O',
        planDate: '20260620',
        recovery: 'N',
      },
    });
  });

  it('tells a departure', () => {
    expect(read('caf42').details[0]).toMatchObject({
      ...{
        reason: '1',
        nature: 'D',
        notice: '20260502',
        departure: '20260731',
        lastPaid: 'O',
        balance: '000012345',
      },
      ...{
        address: '12 BIS, AV DU GENERAL DE GAULLE',
        newPostcode: '69003',
        town: 'LYON 3E',
        sharersLeft: '00',
      },
    });
  });
});

describe('what cannot be written', () => {
  const faults = (tenancy: Tenancy) => buildFile(theLayout('cafx-1.0-caf12'), caf12(tenancy)).faults;

  it.each([
    [
      'a name in Cyrillic',
      aTenancy({ occupants: [anOccupant({ lastName: 'Иванов' })] }),
      'NOT_WRITABLE',
      'lastName',
    ],
    ['an account above 12 characters', aTenancy({ account: '4110000000001' }), 'TOO_LONG', 'account'],
    ['a missing postcode', aTenancy({ postcode: '' }), 'MISSING', 'postcode'],
    [
      'an amount above nine digits',
      aTenancy({ lines: [{ label: 'Loyer', fiscalCode: '', nature: 'RENT', cents: 1_000_000_000 }] }),
      'TOO_LARGE',
      'rentShare',
    ],
    [
      'a rent below nothing',
      aTenancy({ lines: [{ label: 'Loyer', fiscalCode: '', nature: 'RENT', cents: -1 }] }),
      'NEGATIVE',
      'rentShare',
    ],
  ])('%s is a fault with the tenant and the field', (_what, tenancy, code, field) => {
    expect(faults(tenancy)).toContainEqual(
      expect.objectContaining({ code, field, accountId: 'acc-1', account: tenancy.account }),
    );
  });

  it('cuts names, and names alone', () => {
    const occupants = [
      anOccupant({ lastName: 'De La Rochefoucauld-Montbrison', firstName: 'Marie-Bernadette' }),
    ];
    const { bytes, faults: found } = buildFile(theLayout('cafx-1.0-caf12'), caf12(aTenancy({ occupants })));
    expect(found).toEqual([]);
    expect(readIndependently(bytes).details[0]).toMatchObject({
      lastName: 'DE LA ROCHEFOUCAULD-',
      firstName: 'MARIE-BERNAD',
    });
  });
});

describe('totals', () => {
  it('add up what the details say, whatever they say', () => {
    const cents = fc.integer({ min: 0, max: 999_999_999 });
    const tenancies = fc.array(
      fc.record({ rent: cents, charges: cents, sharers: fc.integer({ min: 1, max: 9 }), name: fc.string() }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(tenancies, (drawn) => {
        const rows = drawn.flatMap(({ rent, charges, sharers }, index) =>
          caf12(
            aTenancy({
              account: `411${index}`,
              flatShare: sharers > 1,
              lines: [
                { label: 'L', fiscalCode: '', nature: 'RENT', cents: rent },
                { label: 'C', fiscalCode: '', nature: 'CHARGES', cents: charges },
              ],
              occupants: Array.from({ length: sharers }, (_, place) =>
                anOccupant({ id: `s${place}`, aid: anAid({ uniqueNumber: `N${index}-${place}` }) }),
              ),
            }),
          ),
        );
        const { bytes, faults, totals } = buildFile(theLayout('cafx-1.0-caf12'), rows);
        expect(faults).toEqual([]);
        expect(readIndependently(bytes).breaches).toEqual([]);
        // No cent is lost between the sharers of a dwelling.
        expect(totals.total1Cents).toBe(drawn.reduce((sum, { rent }) => sum + rent, 0));
        expect(totals.total2Cents).toBe(drawn.reduce((sum, { charges }) => sum + charges, 0));
      }),
      { numRuns: 60 },
    );
  });
});
