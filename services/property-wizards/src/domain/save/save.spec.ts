import { describe, expect, it } from '@jest/globals';
import {
  aKnown,
  aMandateDraft,
  aParty,
  aTenantDraft,
  mandateForms,
  tenantForms,
} from '../../testing/builders.js';
import { entryOf, planOf } from './plan.js';
import { canPickOthers, draftFaults } from './taken.js';

const known = aKnown();

describe('the plan of a draft', () => {
  it('completes an existing party by what was added, and by nothing else', () => {
    const before = aParty({ partyId: 'p1', phone: '', code: { value: 'ROY', typed: true } });
    const parties = new Map([['p1', { name: 'Jeanne Lemoine', form: before }]]);
    const unchanged = planOf(aMandateDraft({ OWNER: { party: before } }), aKnown({ parties }));
    expect(unchanged.some(({ kind }) => kind === 'PARTY')).toBe(false);
    const party = { ...before, phone: '04 78 00 00 00' };
    const [file] = planOf(aMandateDraft({ OWNER: { party } }), aKnown({ parties }));
    expect(file).toMatchObject({
      kind: 'PARTY',
      fields: ['phone'],
      record: { id: 'p1', phone: '+33478000000' },
    });
  });

  it('names its files within the 64 characters that directory takes, whatever the screens called their rows', () => {
    const [id, row] = ['d'.repeat(24), 'r'.repeat(36)];
    const mandate = aMandateDraft({
      OWNER_ACCOUNT: {
        ...mandateForms().OWNER_ACCOUNT,
        jointOwners: [{ id: row, party: aParty(), share: 1 }] as never,
      },
    });
    const units = mandate.steps.map((state) => (state.step === 'UNIT' ? { ...state, itemId: row } : state));
    const tenant = aTenantDraft({
      TENANT_ACCOUNT: {
        ...tenantForms().TENANT_ACCOUNT,
        kind: 'FLAT_SHARE',
        sharers: [{ id: row, party: aParty(), enteredOn: '2026-12-10', share: 0 }],
      },
      DEPOSIT: {
        ...tenantForms().DEPOSIT,
        guarantors: [{ id: row, kind: 'PERSON', party: aParty(), sharerId: row, reference: '' }].map(
          (one) => ({ ...one, kind: 'PERSON' as const, amountCents: 0, from: '', until: '' }),
        ),
      },
    });
    const ids = [{ ...mandate, steps: units }, tenant].flatMap((draft) =>
      planOf({ ...draft, id }, known).map(({ record }) => record.id),
    );
    expect(ids).toHaveLength(12);
    expect(ids.filter((one) => !/^[\w.:@-]{1,64}$/u.test(one))).toEqual([]);
  });

  it('tells the register who entrusts what', () => {
    expect(entryOf(aMandateDraft(), known)).toMatchObject({
      cardId: 'card1',
      content: {
        on: '2026-11-20',
        mandantName: 'LEMOINE Jeanne',
        mandantAddress: '8 rue Sala, 69002 Lyon',
        places: ['Le Sala, 8 rue Sala, 69002 Lyon'],
        mandateId: 'd1-mandate',
      },
    });
  });
});

describe('a refusal of the directory', () => {
  const draft = aMandateDraft();
  const plan = planOf(draft, known);
  const at = (kind: string): number => plan.findIndex((file) => file.kind === kind);

  it.each([
    ['PARTY', 'code', 'KEY_TAKEN', ['OWNER', '', 'party.code', 'PARTY_CODE_TAKEN']],
    ['PARTY', 'lastName', 'TOO_LONG', ['OWNER', '', 'party.name', 'TOO_LONG']],
    ['ACCOUNT', 'number', 'KEY_TAKEN', ['OWNER_ACCOUNT', '', 'account.number', 'ACCOUNT_NUMBER_TAKEN']],
    ['UNIT', 'managementCode', 'KEY_TAKEN', ['UNIT', 'i1', 'unit.managementCode', 'MANAGEMENT_CODE_TAKEN']],
    ['MANDATE', 'number', 'KEY_TAKEN', ['MANDATE', '', 'number', 'MANDATE_NUMBER_TAKEN']],
  ])('of %s %s %s is told at its step', (kind, field, code, expected) => {
    const [fault] = draftFaults(plan, [{ file: at(kind), field, code, params: {} }]);
    expect([fault?.step, fault?.itemId, fault?.finding.path, fault?.finding.code]).toEqual(expected);
  });

  it('of a tenant’s unit is told at the lease', () => {
    const tenant = planOf(aTenantDraft(), known);
    const lease = tenant.findIndex(({ kind }) => kind === 'LEASE');
    const [fault] = draftFaults(tenant, [
      { file: lease, field: 'unitId', code: 'UNIT_LET_MEANWHILE', params: {} },
    ]);
    expect([fault?.step, fault?.finding.path]).toEqual(['LEASE', 'effectOn']);
  });

  it('of a computed code may be mended by another, of a typed one not', () => {
    const typed = (isTyped: boolean) =>
      aMandateDraft({ OWNER: { party: aParty({ code: { value: 'ROY', typed: isTyped } }) } });
    const faults = draftFaults(plan, [{ file: at('PARTY'), field: 'code', code: 'KEY_TAKEN', params: {} }]);
    expect(canPickOthers(typed(false), faults)).toBe(true);
    expect(canPickOthers(typed(true), faults)).toBe(false);
  });
});
