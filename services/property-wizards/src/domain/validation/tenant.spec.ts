import { describe, expect, it } from '@jest/globals';
import { formOf } from '../drafts/draft.js';
import { evaluate } from '../drafts/evaluate.js';
import { GUARANTEES, guaranteeOf } from '../rules/guarantee.js';
import { RULES } from '../rules/rows.js';
import { aKnown, aKnownUnit, aLine, aParty, aTenantDraft, tenantForms } from '../../testing/builders.js';
import { findings } from '../../testing/findings.js';

describe('a lease', () => {
  const lease = (given: object, kind = 'UNFURNISHED') =>
    aTenantDraft({
      LEASE: { ...tenantForms().LEASE, ...given },
      TENANT_ACCOUNT: { ...tenantForms().TENANT_ACCOUNT, kind: kind as never },
    });

  it.each([
    ['UNFURNISHED', 35, ['lengthMonths LEASE_TOO_SHORT']],
    ['UNFURNISHED', 36, []],
    ['FURNISHED', 11, ['lengthMonths LEASE_TOO_SHORT']],
    ['STUDENT', 9, []],
    ['STUDENT', 8, ['lengthMonths LEASE_TOO_SHORT']],
    ['MOBILITY', 11, ['lengthMonths LEASE_LENGTH_OUT_OF_RANGE']],
    ['MOBILITY', 10, []],
  ])('%s of %i months: %j', (kind, lengthMonths, expected) => {
    expect(findings(lease({ lengthMonths }, kind), 'LEASE').faults).toEqual(expected);
  });

  it('ends the day before its anniversary', () => {
    expect(findings(lease({ lengthMonths: 0, endsOn: '2029-12-09' }), 'LEASE').faults).toEqual([]);
    expect(findings(lease({ lengthMonths: 0, endsOn: '2029-12-08' }), 'LEASE').faults).toEqual([
      'lengthMonths LEASE_TOO_SHORT',
    ]);
  });

  it('of a company warns below six years, and does not block', () => {
    const known = aKnown({ units: new Map([['l1', aKnownUnit({ companyOwner: true })]]) });
    expect(findings(lease({}), 'LEASE', known)).toMatchObject({
      faults: [],
      warnings: ['lengthMonths LEASE_TOO_SHORT_FOR_COMPANY'],
    });
  });

  it('is refused for class G since 2025, for F only from 2028', () => {
    const energy = (letter: string) => ({ ...aKnownUnit().energy!, energyClass: letter });
    const known = (letter: string) =>
      aKnown({ units: new Map([['l1', aKnownUnit({ energy: energy(letter) })]]) });
    expect(findings(lease({}), 'LEASE', known('G')).faults).toEqual(['effectOn CLASS_NOT_TO_BE_LET']);
    expect(findings(lease({}), 'LEASE', known('F')).faults).toEqual([]);
    expect(findings(lease({ effectOn: '2028-01-01' }), 'LEASE', known('F')).faults).toEqual([
      'effectOn CLASS_NOT_TO_BE_LET',
    ]);
  });

  it('is told that its commune is under rent control where the agency asks for it, and goes on', () => {
    const signed = aTenantDraft({ LEASE: { ...tenantForms().LEASE, signedOn: '2026-11-20' } });
    const told = (rentControl: boolean, postalCode: string) => {
      const units = new Map([['l1', aKnownUnit({ postalCode })]]);
      return findings(signed, 'RENT_CALL', aKnown({ rentControl, units }));
    };
    expect(told(true, '69003')).toMatchObject({ faults: [], warnings: ['permanentLines RENT_CONTROLLED'] });
    expect(told(true, '38200').warnings).toEqual([]);
    expect(told(false, '69003').warnings).toEqual([]);
  });

  it('does not overlap that of a tenant who leaves later', () => {
    const known = aKnown({
      units: new Map([['l1', aKnownUnit({ presentTenants: 'M. Roy', leavesOn: '2026-12-31' })]]),
    });
    expect(findings(lease({}), 'LEASE', known).faults).toEqual(['effectOn LEASE_OVERLAPS']);
    expect(findings(lease({ effectOn: '2027-01-01' }), 'LEASE', known).faults).toEqual([]);
  });

  it('warns when the reference value is not the table’s', () => {
    expect(findings(lease({ referenceValue: 14_000 }), 'LEASE').warnings).toEqual([
      'referenceValue INDEX_VALUE_DIFFERS',
    ]);
  });
});

describe('a deposit', () => {
  const deposit = (amountCents: number, kind: string) =>
    aTenantDraft({
      DEPOSIT: { ...tenantForms().DEPOSIT, amountCents },
      TENANT_ACCOUNT: { ...tenantForms().TENANT_ACCOUNT, kind: kind as never },
    });

  it.each([
    ['UNFURNISHED', 80_000, []],
    ['UNFURNISHED', 80_001, ['amountCents DEPOSIT_TOO_HIGH']],
    ['FURNISHED', 160_000, []],
    ['FURNISHED', 160_001, ['amountCents DEPOSIT_TOO_HIGH']],
    ['MOBILITY', 1, ['amountCents DEPOSIT_FORBIDDEN']],
    ['COMMERCIAL', 900_000, []],
  ])('of a %s lease, %i cents: %j', (kind, cents, expected) => {
    expect(findings(deposit(cents, kind), 'DEPOSIT').faults).toEqual(expected);
  });
});

describe('a guarantor', () => {
  const guarantor = {
    id: 'g1',
    kind: 'PERSON' as const,
    party: aParty(),
    amountCents: 0,
    from: '',
    until: '',
    sharerId: '',
    reference: '',
  };
  const draft = (student: boolean) =>
    aTenantDraft({
      DEPOSIT: { ...tenantForms().DEPOSIT, guarantors: [guarantor] },
      TENANT_PARTY: { party: aParty({ studentOrApprentice: student }) },
    });

  it('beside an insurance is for students only (art. 22-1)', () => {
    const known = aKnown({ units: new Map([['l1', aKnownUnit({ gli: true })]]) });
    expect(findings(draft(false), 'DEPOSIT', known).faults).toEqual(['guarantors.0.kind GUARANTOR_WITH_GLI']);
    expect(findings(draft(true), 'DEPOSIT', known).faults).toEqual([]);
    expect(findings(draft(false), 'DEPOSIT').faults).toEqual([]);
  });

  it('of a company’s tenant is in doubt: it warns', () => {
    const known = aKnown({ units: new Map([['l1', aKnownUnit({ companyOwner: true })]]) });
    expect(findings(draft(false), 'DEPOSIT', known)).toMatchObject({
      faults: [],
      warnings: ['guarantors.0.kind GUARANTOR_FOR_COMPANY'],
    });
  });

  it('of a flat-share names its sharer', () => {
    const sharers = [{ id: 's1', party: aParty(), enteredOn: '2026-12-10', share: 0 }];
    const given = aTenantDraft({
      TENANT_ACCOUNT: { ...tenantForms().TENANT_ACCOUNT, kind: 'FLAT_SHARE', sharers },
      DEPOSIT: { ...tenantForms().DEPOSIT, guarantors: [guarantor] },
    });
    expect(findings(given, 'DEPOSIT').faults).toEqual(['guarantors.0.sharerId GUARANTOR_NAMES_NO_SHARER']);
  });

  it('has an answer for every case', () => {
    for (const companyOwner of [true, false])
      for (const gli of [true, false])
        for (const studentOrApprentice of [true, false])
          for (const guarantorKind of ['', 'PERSON', 'COMPANY', 'VISALE', 'BANK'] as const) {
            const { rule, answer } = guaranteeOf({ companyOwner, gli, studentOrApprentice, guarantorKind });
            expect(rule === '' || RULES.some(({ id }) => id === rule)).toBe(true);
            expect(answer === 'REFUSED').toBe(gli && !studentOrApprentice);
          }
    expect(GUARANTEES.at(-1)?.when).toEqual({});
  });
});

describe('rent calls', () => {
  const call = (given: object) => aTenantDraft({ RENT_CALL: { ...tenantForms().RENT_CALL, ...given } });
  const debit = {
    basis: 'BALANCE',
    day: 5,
    bank: { iban: 'FR7630006000011234567890189', bic: '' },
    creditorId: '',
    oneOff: false,
    signedOn: '2026-11-20',
  };

  it('take the creditor and make the reference of a SEPA mandate', () => {
    expect(findings(call({ debit }), 'RENT_CALL').faults).toEqual([]);
  });

  it.each([
    [{ from: '2026-02-31' }, ['from DATE_WRONG']],
    [{ permanentLines: [] }, ['permanentLines LINES_MISSING']],
    [{ debit: { ...debit, day: 31 } }, ['debit.day OUT_OF_RANGE']],
    [{ debit: { ...debit, bank: undefined } }, ['debit.bank.iban REQUIRED']],
    [{ debit: { ...debit, creditorId: 'FR00ZZZ123456' } }, ['debit.creditorId CREDITOR_ID_WRONG']],
    [
      { temporaryLines: [{ line: aLine(), from: '2027-02-01', to: '2027-01-01' }] },
      ['temporaryLines.0.to DATES_IN_DISORDER'],
    ],
  ])('%j: %j', (given, expected) => expect(findings(call(given), 'RENT_CALL').faults).toEqual(expected));

  it('sum the sharers’ aids', () => {
    const aid = {
      kind: 'APL',
      fund: 'CAF',
      fundCode: '',
      beneficiaryNumber: '',
      amountCents: 15_000,
      paidTo: 'LANDLORD',
    } as const;
    const sharers = ['s1', 's2'].map((id) => ({
      id,
      party: aParty({ name: id }),
      enteredOn: '2026-12-10',
      share: 5_000,
      aid,
    }));
    const draft = aTenantDraft({
      TENANT_ACCOUNT: { ...tenantForms().TENANT_ACCOUNT, kind: 'FLAT_SHARE', sharers },
    });
    expect(formOf(evaluate(draft, aKnown(), new Set()).draft, 'RENT_CALL')?.aid?.amountCents).toBe(30_000);
  });
});
