import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aDraft,
  aKnown,
  aMandateDraft,
  aParty,
  aState,
  aBuilding,
  aUnit,
  mandateForms,
} from '../../testing/builders.js';
import { evaluate } from '../drafts/evaluate.js';
import { keyText } from '../drafts/known.js';
import { formOf } from '../drafts/draft.js';
import {
  accountNumbers,
  buildingCode,
  candidates,
  correspondent,
  managementCode,
  mandateReference,
  partyCode,
  partyLabel,
  physicalCode,
} from './codes.js';

const person = (name: string, firstName: string) => ({ name, firstName, kind: 'PERSON' as const });

describe('codes', () => {
  it('come from the identity', () => {
    expect(partyCode(person('Lemoine', 'Jeanne'))).toBe('LEMOINEJE');
    expect(partyCode(person('Nguyễn Văn', 'Thị-Hồng'))).toBe('NGUYENVATH');
    expect(partyCode({ name: 'SCI Les Œillets', firstName: '', kind: 'COMPANY' })).toBe('SCILESOE');
    expect(partyCode(person('Łukasz', 'Øyvind'))).toBe('LUKASZOY');
    expect(partyCode(person('🏠🏠', ''))).toBe('TIERS');
    expect(partyCode(person('', 'Jeanne'))).toBe('');
  });

  it('tell namesakes apart, and never grow too long', () => {
    expect(candidates('LEMOINEJE', 12).slice(0, 3)).toEqual(['LEMOINEJE', 'LEMOINEJE2', 'LEMOINEJE3']);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 3, max: 20 }), (base, longest) => {
        const all = candidates(base, longest);
        expect(all.every((code) => code.length <= longest)).toBe(true);
      }),
    );
  });

  it('are letters and digits whatever the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.string(),
        (name, firstName) => {
          fc.pre(name.trim() !== '');
          expect(partyCode(person(name, firstName))).toMatch(/^[A-Z0-9]{1,10}$/u);
        },
      ),
    );
  });

  it('of accounts follow root, length and padding of the entity', () => {
    expect(accountNumbers({ kind: 'OWNER', root: '467', length: 9, padded: true }, 'ROY')[0]).toBe(
      '467000ROY',
    );
    expect(
      accountNumbers({ kind: 'TENANT', root: '411', length: 8, padded: false }, 'LEMOINEJE').slice(0, 2),
    ).toEqual(['411LEMOI', '411LEMO2']);
    expect(accountNumbers({ kind: 'TENANT', root: '4111', length: 0, padded: false }, 'ROY')[0]).toBe(
      '4111ROY',
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{2,5}$/u),
        fc.integer({ min: 8, max: 14 }),
        fc.boolean(),
        fc.stringMatching(/^[A-Z]{1,12}$/u),
        (root, length, padded, code) => {
          const numbers = accountNumbers({ kind: 'OWNER', root, length, padded }, code);
          expect(new Set(numbers).size).toBe(numbers.length);
          for (const number of numbers) {
            expect(number.startsWith(root)).toBe(true);
            expect(padded ? number.length === length : number.length <= length).toBe(true);
          }
        },
      ),
    );
  });

  it('of buildings leave out what every second one is called', () => {
    expect(buildingCode('Résidence Les Œillets')).toBe('OEILLETS');
    expect(buildingCode('L’Immeuble')).toBe('LIMMEUBL');
    expect(buildingCode('🏠')).toBe('IMMEUBLE');
    expect(buildingCode('12 rue de la Paix')).toBe('12RUEPAI');
  });

  it('of units come from RCP and PLAN', () => {
    expect(physicalCode('SALA', '12', ' a 3')).toBe('SALA-12-A3');
    expect(managementCode('SALA', '12', 'A3')).toBe('SALA-A3');
    expect(managementCode('SALA', '12', '')).toBe('SALA-12');
    expect(managementCode('SALA', '', '')).toBe('');
  });

  it('of SEPA mandates fit the standard and are new for each contract', () => {
    expect(mandateReference('411NGUYEN', 'abc')).toMatch(/^\S{1,35}$/u);
    expect(mandateReference('411NGUYEN', 'abc')).not.toBe(mandateReference('411NGUYEN', 'abd'));
  });

  it('make the correspondent from the gender', () => {
    expect(correspondent(aParty())).toBe('Madame Jeanne Lemoine');
    expect(partyLabel(aParty())).toBe('LEMOINE Jeanne');
  });
});

/** As the application does: until nothing more has to be looked up. */
function settle(draft: ReturnType<typeof aMandateDraft>, taken: ReadonlySet<string>) {
  const looked = new Set<string>();
  for (let round = 0; ; round += 1) {
    const evaluation = evaluate(draft, aKnown({ taken }), looked);
    if (evaluation.asked.length === 0) return { evaluation, round };
    for (const key of evaluation.asked) looked.add(keyText(key));
    if (round > 10) throw new Error('never settles');
  }
}

describe('filling in a draft', () => {
  it('numbers the account after the party’s code, both free', () => {
    const taken = new Set(
      [
        { kind: 'PARTY_CODE', scope: '', value: 'LEMOINEJE' } as const,
        { kind: 'ACCOUNT_NUMBER', scope: 'e1', value: '467LEMOIN' } as const,
      ].map(keyText),
    );
    const { evaluation } = settle(aMandateDraft(), taken);
    expect(formOf(evaluation.draft, 'OWNER')?.party?.code).toEqual({ value: 'LEMOINEJE2', typed: false });
    expect(formOf(evaluation.draft, 'OWNER_ACCOUNT')?.account?.number?.value).toBe('467LEMOI2');
    expect(formOf(evaluation.draft, 'MANDATE')?.number).toEqual({ value: '43', typed: false });
  });

  it('keeps what was typed, and tells that it is taken', () => {
    const party = aParty({ code: { value: 'ROY', typed: true } });
    const taken = new Set([keyText({ kind: 'PARTY_CODE', scope: '', value: 'roy' })]);
    const { evaluation } = settle(aMandateDraft({ OWNER: { party } }), taken);
    const owner = evaluation.steps.find(({ state }) => state.step === 'OWNER');
    expect(owner?.findings.faults).toEqual([
      { path: 'party.code', code: 'PARTY_CODE_TAKEN', params: { value: 'ROY' }, rule: '' },
    ]);
    expect(owner?.done).toBe(false);
  });

  it('gives two units on one new building codes of their own', () => {
    const forms = mandateForms();
    const draft = aDraft('MANDATE', [
      aState('UNIT', { building: { ...aBuilding(), name: '', ofItemId: 'i2' }, unit: aUnit() }, 'i1'),
      aState('UNIT', { building: aBuilding(), unit: aUnit() }, 'i2'),
      aState('OWNER', forms.OWNER),
    ]);
    const { evaluation } = settle(draft, new Set());
    expect(formOf(evaluation.draft, 'UNIT', 'i2')?.unit?.managementCode?.value).toBe('SALA-A3');
    expect(formOf(evaluation.draft, 'UNIT', 'i1')?.unit?.managementCode?.value).toBe('SALA-A3.2');
  });

  it('is the same a second time', () => {
    const { evaluation } = settle(aMandateDraft(), new Set());
    expect(settle(evaluation.draft, new Set()).evaluation.draft.steps).toEqual(evaluation.draft.steps);
  });
});
