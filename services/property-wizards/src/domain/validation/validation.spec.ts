import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RULES } from '../rules/rows.js';
import { ruleOn } from '../rules/rule.js';
import {
  aBuilding,
  aKnownUnit,
  aLine,
  aMandateDraft,
  aParty,
  aTenantDraft,
  aUnit,
  mandateForms,
} from '../../testing/builders.js';
import { findings } from '../../testing/findings.js';

describe('a complete draft', () => {
  it('of a mandate has no fault', () => {
    const draft = aMandateDraft();
    for (const step of ['OWNER', 'OWNER_ACCOUNT', 'MANDATE', 'UNIT'] as const) {
      expect([step, findings(draft, step).faults]).toEqual([step, []]);
    }
    expect(findings(draft, 'OWNER').complete).toBe(true);
  });

  it('of a tenant has no fault', () => {
    const draft = aTenantDraft();
    for (const { step } of draft.steps) expect([step, findings(draft, step).faults]).toEqual([step, []]);
    expect(findings(draft, 'LEASE').complete).toBe(true);
  });
});

describe('an identity', () => {
  it.each([
    [{ name: '' }, 'party.name REQUIRED'],
    [{ name: 'É'.repeat(201) }, 'party.name TOO_LONG'],
    [{ name: '🏠🏠' }, 'party.name NAME_WITHOUT_LETTER'],
    [{ bornOn: '1990-02-31' }, 'party.bornOn DATE_WRONG'],
    [{ bornOn: '2090-02-01' }, 'party.bornOn DATE_IN_FUTURE'],
    [{ siret: '732829321' }, 'party.siret SIRET_WRONG'],
    [{ mails: ['jeanne@'] }, 'party.mails.0 MAIL_WRONG'],
    [{ mobiles: ['06 12'] }, 'party.mobiles.0 MOBILE_WRONG'],
    [{ incomeCents: -1 }, 'party.incomeCents AMOUNT_NEGATIVE'],
    [{ partyId: 'gone' }, 'party.partyId PARTY_UNKNOWN'],
    [{ code: { value: 'A B', typed: true } }, 'party.code CODE_WRONG'],
    [
      { address: { line1: 'x', line2: '', postalCode: '690', city: 'Lyon', country: '' } },
      'party.address.postalCode POSTAL_CODE_WRONG',
    ],
  ])('%j: %s', (given, expected) => {
    expect(findings(aMandateDraft({ OWNER: { party: aParty(given) } }), 'OWNER').faults).toEqual([expected]);
  });

  it('may have 200 letters and an emoji', () => {
    const party = aParty({ name: `${'É'.repeat(198)}🏠x` });
    expect(findings(aMandateDraft({ OWNER: { party } }), 'OWNER').faults).toEqual([]);
  });

  it('never makes a check fail, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.integer(), (text, other, number) => {
        const party = aParty({
          name: text,
          firstName: other,
          siret: other,
          bornOn: text,
          incomeCents: number,
          mails: [text],
        });
        expect(() => findings(aMandateDraft({ OWNER: { party } }), 'OWNER')).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});

const account = mandateForms().OWNER_ACCOUNT;
const joint = (share: number, id = 'j1') => ({
  id,
  party: aParty({ name: 'Roy', firstName: 'Paul' }),
  share,
});

describe('an owner’s account', () => {
  it('wants shares that make the whole', () => {
    const form = { ...account, share: 5_000, jointOwners: [joint(4_999)] };
    expect(findings(aMandateDraft({ OWNER_ACCOUNT: form as never }), 'OWNER_ACCOUNT').faults).toEqual([
      'share SHARES_NOT_WHOLE',
      'jointOwners.0.share SHARES_NOT_WHOLE',
    ]);
    const whole = { ...account, share: 5_000, jointOwners: [joint(5_000)] };
    expect(findings(aMandateDraft({ OWNER_ACCOUNT: whole as never }), 'OWNER_ACCOUNT').faults).toEqual([]);
  });

  it('accepts exactly the shares that make the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }), (own, other) => {
        const form = { ...account, share: own, jointOwners: [joint(other)] };
        const { faults } = findings(aMandateDraft({ OWNER_ACCOUNT: form as never }), 'OWNER_ACCOUNT');
        expect(faults.length === 0).toBe(own + other === 10_000);
      }),
    );
  });

  it.each([
    [{ bank: { iban: 'FR76', bic: '' } }, 'bank.iban IBAN_WRONG'],
    [{ bank: { iban: '', bic: 'X' } }, 'bank.bic BIC_WRONG'],
    [{ account: { ...account.account, entityId: 'gone' } }, 'account.entityId ENTITY_UNKNOWN'],
    [{ account: { ...account.account, entityId: '' } }, 'account.entityId REQUIRED'],
  ])('%j: %s', (given, expected) => {
    const { faults } = findings(aMandateDraft({ OWNER_ACCOUNT: { ...account, ...given } }), 'OWNER_ACCOUNT');
    expect(faults).toEqual([expected]);
  });
});

describe('a mandate', () => {
  it.each([
    [{ mayReceiveMoney: false }, 'mayReceiveMoney POWER_OF_RECEIVING_MONEY_MISSING'],
    [{ accountsRendered: '' as never }, 'accountsRendered ACCOUNTS_YEARLY_AT_LEAST'],
    [{ managementFee: { rate: 0, vat: 2000 } }, 'managementFee.rate FEES_MISSING'],
    [{ effectOn: '2026-11-01' }, 'effectOn DATES_IN_DISORDER'],
    [{ signedOn: '2026-12-24', effectOn: '2026-12-25' }, 'signedOn DATE_IN_FUTURE'],
    [{ signedOn: '' }, 'signedOn REQUIRED'],
    [{ cardId: 'gone' }, 'cardId CARD_UNKNOWN'],
    [{ number: { value: '43', typed: true } }, 'number MANDATE_NUMBER_OF_REGISTER'],
    [{ spendingCeilingCents: -5 }, 'spendingCeilingCents AMOUNT_NEGATIVE'],
    [{ lettingFeeCents: 2_000_000_000 }, 'lettingFeeCents AMOUNT_ABSURD'],
  ])('%j: %s', (given, expected) => {
    const draft = aMandateDraft({ MANDATE: { ...mandateForms().MANDATE, ...given } });
    expect(findings(draft, 'MANDATE').faults).toEqual([expected]);
  });
});

describe('a unit', () => {
  const unitOf = (given: object) => aMandateDraft({ UNIT: { building: aBuilding(), unit: aUnit(given) } });

  it.each([
    [{ rcpNumber: '', planNumber: '' }, ['unit.physicalCode REQUIRED', 'unit.managementCode REQUIRED']],
    [{ taxIdentifier: '123' }, ['unit.taxIdentifier TAX_IDENTIFIER_WRONG']],
    [{ lastDepartureOn: '2026-02-31' }, ['unit.lastDepartureOn DATE_WRONG']],
    [
      { electricity: { doneOn: '2026-02-01', expiresOn: '2025-02-01' } },
      ['unit.electricity.expiresOn DATES_IN_DISORDER'],
    ],
    [{ referenceLines: [aLine({ amountCents: -1 })] }, ['unit.referenceLines.0.amountCents AMOUNT_NEGATIVE']],
    [{ energy: { ...aKnownUnit().energy, number: '123' } }, ['unit.energy.number DPE_NUMBER_WRONG']],
    [{ source: 'SYNDIC', unitId: 'gone' }, ['unit.unitId SYNDIC_UNIT_WITHDRAWN']],
  ])('%j: %s', (given, expected) => expect(findings(unitOf(given), 'UNIT').faults).toEqual(expected));

  it('warns of a tax identifier of another département', () => {
    expect(findings(unitOf({ taxIdentifier: '750123456789' }), 'UNIT').warnings).toEqual([
      'unit.taxIdentifier TAX_IDENTIFIER_ELSEWHERE',
    ]);
  });
});

describe('text that could not be read', () => {
  it('is a fault where it stands', () => {
    const draft = aTenantDraft();
    const steps = draft.steps.map((one) =>
      one.step === 'DEPOSIT' ? { ...one, unread: { amountCents: 'huit cents' } } : one,
    );
    expect(findings({ ...draft, steps }, 'DEPOSIT').faults).toEqual(['amountCents UNREADABLE']);
  });
});

describe('rules', () => {
  it('have a source, an order of dates and one row a day', () => {
    for (const { id, from, until, source } of RULES) {
      expect(source).not.toBe('');
      expect(until === '' || from <= until).toBe(true);
      expect(ruleOn(RULES, id, from)?.from).toBe(from);
    }
  });

  it('marked [check] in the specification warn', () => {
    for (const id of ['lease.length.company', 'deposit.advance', 'guarantee.company']) {
      expect(RULES.filter((rule) => rule.id === id).map(({ severity }) => severity)).toEqual(['WARNS']);
    }
  });
});
