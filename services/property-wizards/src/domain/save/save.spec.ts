import { describe, expect, it } from '@jest/globals';
import { aKnown, aMandateDraft, aParty, aTenantDraft } from '../../testing/builders.js';
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
