import { describe, expect, it } from '@jest/globals';
import {
  aFile,
  aLease,
  anAccount,
  aPartyFile,
  aRentCall,
  aSharer,
  aUnitFile,
} from '../../testing/property-builders.js';
import { addMonths } from '../tenancy/days.js';
import { checkFile } from './check-file.js';
import { isDay } from './shape.js';

const faults = (...file: Parameters<typeof aFile>) =>
  checkFile(aFile(...file), 'f').map(({ field, code }) => `${field} ${code}`);

describe('what is wrong with a file by itself', () => {
  it('is nothing for sound ones, with accents, emoji and 200 characters', () => {
    expect(faults('party', aPartyFile({ lastName: 'Œuvrard-Müller 🏠'.padEnd(200, 'é') }))).toEqual([]);
    expect(faults('lease', aLease())).toEqual([]);
    expect(faults('unit', aUnitFile({ taxIdentifier: '690123456789' }))).toEqual([]);
  });

  it.each([
    ['31 February', { effectOn: '2026-02-31' }, 'f.effectOn INVALID_DATE'],
    ['a day of the American kind', { effectOn: '02/28/2026' }, 'f.effectOn INVALID_DATE'],
    ['an end before the beginning', { endsOn: '2026-02-28' }, 'f.endsOn INVALID_PERIOD'],
    [
      'ten million euros',
      { deposit: { amountCents: 1e9, paidOn: '', handedToOwner: false, returnedOn: '' } },
      'f.deposit.amountCents OUT_OF_RANGE',
    ],
    [
      'half a cent',
      { deposit: { amountCents: 0.5, paidOn: '', handedToOwner: false, returnedOn: '' } },
      'f.deposit.amountCents OUT_OF_RANGE',
    ],
    ['a control character', { use: 'habi\u0000tation' }, 'f.use INVALID_TEXT'],
    ['a note that is a book', { notes: 'x'.repeat(5_001) }, 'f.notes TOO_LONG'],
    ['no unit', { unitId: ' ' }, 'f.unitId REQUIRED'],
    [
      'shares of 90 %',
      { sharers: [aSharer(), aSharer({ id: 's2', shareBp: 4_000 })] },
      'f.sharers SHARES_NOT_WHOLE',
    ],
    ['a sharer twice', { sharers: [aSharer(), aSharer()] }, 'f.sharers.1.id DUPLICATE'],
  ])('names the field: %s', (_what, overrides, expected) => {
    expect(faults('lease', aLease(overrides))).toContain(expected);
  });

  it('wants joint owners to own the whole together, each once', () => {
    const joint = (share: number, partyId = 'brother') => ({
      partyId,
      share,
      accountNumber: '',
      iban: '',
      bic: '',
    });
    const shared = (jointOwners: ReturnType<typeof joint>[]) =>
      faults('account', anAccount({ ownShare: 500, shareWhole: 1_000, jointOwners }));
    expect(shared([joint(500)])).toEqual([]);
    expect(shared([joint(400)])).toEqual(['f.shareWhole SHARES_NOT_WHOLE']);
    expect(shared([joint(500, 'owner')])).toEqual(['f.jointOwners.0.partyId DUPLICATE']);
  });

  it('refuses what is too large for one document, counted in bytes', () => {
    const documents = (count: number, name: string) =>
      Array.from({ length: count }, (_, at) => ({
        id: `d${String(at)}`,
        name,
        size: 1,
        type: 'application/pdf',
      }));
    const unit = (count: number, name: string) =>
      faults('unit', aUnitFile({ documents: documents(count, name) as never }));
    expect(unit(100, 'a'.repeat(190))).toEqual([]);
    expect(unit(101, 'photo.jpg')).toEqual(['f.documents TOO_MANY']);
    // A letter of Vietnamese takes three bytes, a pictogram four.
    expect(faults('lease', aLease({ guarantors: guarantors('ế'.repeat(600)) }))).toEqual(['f TOO_LARGE']);
    expect(faults('lease', aLease({ guarantors: guarantors('e'.repeat(200)) }))).toEqual([]);
  });

  const guarantors = (name: string) =>
    Array.from({ length: 100 }, (_, at) => ({
      ...{ id: `g${String(at)}`, kind: 'person' as const, partyId: '', reference: '', amountCents: 0 },
      ...{ from: '', until: '', sharerId: '', name },
    }));

  it('wants a rent call to be the sum of its lines', () => {
    const lines = [{ label: 'Loyer', fiscalCode: 'LH', kind: 'rent' as const, amountCents: 80_000 }];
    expect(faults('rentCall', aRentCall({ lines, totalCents: 80_001 }))).toEqual([
      'f.totalCents TOTAL_NOT_SUM',
    ]);
  });
});

describe('days', () => {
  it('are those of the calendar', () => {
    expect(['2024-02-29', '2026-02-29', '2026-04-31', '1799-01-01', '2026-1-1'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('stay in the month that is counted', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
    expect(addMonths('2026-12-15', 12)).toBe('2027-12-15');
  });
});
