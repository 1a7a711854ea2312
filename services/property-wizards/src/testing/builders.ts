import { FixedClock } from '@intervia/clock';
import type { Draft, StepState } from '../domain/drafts/draft.js';
import type { Card, Entity, Known, KnownUnit } from '../domain/drafts/known.js';
import type { Forms, Step, Wizard } from '../domain/forms/content.js';
import { EMPTY, EMPTY_ACCOUNT, EMPTY_BUILDING, EMPTY_PARTY, EMPTY_UNIT } from '../domain/forms/empty.js';
import type { BuildingForm, FiscalLine, UnitForm } from '../domain/forms/mandate-forms.js';
import type { PartyForm } from '../domain/forms/parties.js';
import { indexTable } from '../domain/irl/series.js';

/** Everything of the builders stands around this moment. */
export const THEN = FixedClock.at('2026-11-28T09:00:00Z');
const YEAR = THEN.now().getUTCFullYear();
/** "11-28" → that day of the builders' year, or of one before or after it. */
export const on = (rest: string, years = 0): string => `${String(YEAR + years)}-${rest}`;
export const TODAY = on('11-28');
export const BY = { id: 'u1', name: 'Élodie Garnier' };
export const AT = THEN.now();

export const address = { line1: '8 rue Sala', line2: '', postalCode: '69002', city: 'Lyon', country: '' };

export const aParty = (given: Partial<PartyForm> = {}): PartyForm => ({
  ...EMPTY_PARTY,
  kind: 'PERSON',
  gender: 'MRS',
  name: 'Lemoine',
  firstName: 'Jeanne',
  address,
  mobiles: ['06 12 34 56 78'],
  mails: ['jeanne.lemoine@courriel.example'],
  ...given,
});

export const aLine = (given: Partial<FiscalLine> = {}): FiscalLine => ({
  id: 'rent',
  label: 'Loyer',
  fiscalCode: 'LOY',
  amountCents: 80_000,
  vat: 0,
  kind: 'RENT',
  ...given,
});

export const charges = aLine({
  id: 'charges',
  label: 'Provision pour charges',
  fiscalCode: 'CHG',
  amountCents: 7_000,
  kind: 'CHARGES',
});

export const aBuilding = (given: Partial<BuildingForm> = {}): BuildingForm => ({
  ...EMPTY_BUILDING,
  name: 'Le Sala',
  address,
  ...given,
});

export const aUnit = (given: Partial<UnitForm> = {}): UnitForm => ({
  ...EMPTY_UNIT,
  rcpNumber: '12',
  planNumber: 'A3',
  kind: 'FLAT',
  ...given,
});

export const anEntity = (given: Partial<Entity> = {}): Entity => ({
  id: 'e1',
  name: 'Gérance',
  roots: [
    { kind: 'TENANT', root: '411', length: 9, padded: true },
    { kind: 'OWNER', root: '467', length: 9, padded: true },
  ],
  ics: 'FR72ZZZ123456',
  proRata: 'ACTUAL_DAYS',
  provisionsAccount: '47PROV',
  ...given,
});

export const aCard = (given: Partial<Card> = {}): Card => ({
  id: 'card1',
  number: 'CPI 6901 2024 000 000 001',
  holder: 'Cabinet des Essais',
  mentions: ['G', 'SYNDIC'],
  validUntil: on('01-01', 2),
  ...given,
});

export const aKnownUnit = (given: Partial<KnownUnit> = {}): KnownUnit => ({
  id: 'l1',
  label: 'Appartement 3',
  buildingName: 'Le Zola',
  buildingCode: '0001',
  postalCode: '69100',
  kind: 'FLAT',
  furnished: false,
  habitableSurface: 5_200,
  taxIdentifier: '690123456789',
  referenceLines: [aLine(), charges],
  depositCents: 80_000,
  lastRentCents: 78_000,
  lastDepartureOn: on('10-31'),
  energy: {
    number: '2369E0123456K',
    doneOn: on('02-01', -2),
    energyClass: 'D',
    gesClass: 'C',
    attestationOn: '',
    attestationClass: '',
    yearlyCostFromCents: 90_000,
    yearlyCostToCents: 120_000,
  },
  mandateId: 'm1',
  managerId: 'u1',
  accountantId: '',
  assistantId: '',
  companyOwner: false,
  gli: false,
  entityId: 'e1',
  presentTenants: '',
  leavesOn: '',
  ...given,
});

/** Reads formats by their look alone. */
export const formats = {
  isIban: (text: string) => /^FR\d{2}[A-Z0-9]{23}$/u.test(text),
  isBic: (text: string) => /^[A-Z]{8}([A-Z0-9]{3})?$/u.test(text),
  phone: (text: string) =>
    /^0[1-9](?:[ .]?\d\d){4}$/u.test(text) ? `+33${text.replace(/\D/gu, '').slice(1)}` : '',
};

export const aKnown = (given: Partial<Known> = {}): Known => ({
  today: TODAY,
  entities: [anEntity()],
  cards: [aCard()],
  nextNumbers: new Map([['card1/g', 43]]),
  taken: new Set(),
  parties: new Map(),
  buildings: new Map(),
  units: new Map([['l1', aKnownUnit()]]),
  indices: indexTable([]),
  rentControl: false,
  formats,
  ...given,
});

export const aState = <S extends Step>(step: S, form: Forms[S], itemId = ''): StepState<S> => ({
  step,
  itemId,
  version: 1,
  validated: true,
  form,
  unread: {},
  savedBy: BY,
  savedAt: AT,
  commandId: 'c',
});

export const aDraft = (wizard: Wizard, steps: readonly StepState[], given: Partial<Draft> = {}): Draft => ({
  id: 'd1',
  agencyId: 'a1',
  wizard,
  unitId: wizard === 'TENANT' ? 'l1' : '',
  mandateId: wizard === 'UNIT' ? 'm1' : '',
  about: '',
  presentTenants: '',
  title: '',
  complete: false,
  keepable: true,
  version: 1,
  steps,
  resumeStep: 'OWNER',
  resumeItemId: '',
  createdBy: BY,
  createdAt: AT,
  savedBy: BY,
  savedAt: AT,
  presences: [],
  ...given,
});

export const mandateForms = (name = 'Lemoine', building = 'Le Sala') => ({
  OWNER: { party: aParty({ name }) },
  OWNER_ACCOUNT: {
    ...EMPTY.OWNER_ACCOUNT,
    account: { ...EMPTY_ACCOUNT, entityId: 'e1' },
    bank: { iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP' },
    paidBy: 'TRANSFER' as const,
    statement: 'MONTHLY' as const,
    jointOwners: [],
  },
  MANDATE: {
    ...EMPTY.MANDATE,
    cardId: 'card1',
    signedOn: on('11-20'),
    effectOn: on('12-01'),
    lengthMonths: 12,
    nature: 'Gestion locative',
    mayReceiveMoney: true,
    managementFee: { rate: 700, vat: 2000 },
    accountsRendered: 'MONTHLY' as const,
  },
  UNIT: { building: aBuilding({ name: building }), unit: aUnit() },
});

export const aMandateDraft = (given: Partial<ReturnType<typeof mandateForms>> = {}): Draft => {
  const forms = { ...mandateForms(), ...given };
  return aDraft('MANDATE', [
    aState('OWNER', forms.OWNER),
    aState('OWNER_ACCOUNT', forms.OWNER_ACCOUNT),
    aState('MANDATE', forms.MANDATE),
    aState('UNIT', forms.UNIT, 'i1'),
  ]);
};

export const tenantForms = () => ({
  TENANT_PARTY: { party: aParty({ name: 'Nguyễn', firstName: 'Linh' }) },
  TENANT_ACCOUNT: {
    ...EMPTY.TENANT_ACCOUNT,
    kind: 'UNFURNISHED' as const,
    account: { ...EMPTY_ACCOUNT, entityId: 'e1' },
  },
  RENT_CALL: {
    ...EMPTY.RENT_CALL,
    from: on('12-10'),
    periodicity: 'MONTHLY' as const,
    timing: 'IN_ADVANCE' as const,
    permanentLines: [aLine(), charges],
    proRata: 'ACTUAL_DAYS' as const,
  },
  LEASE: {
    ...EMPTY.LEASE,
    signedOn: on('11-25'),
    effectOn: on('12-10'),
    lengthMonths: 36,
    noticeMonths: 3,
    index: 'IRL' as const,
    referenceQuarter: on('Q2'),
  },
  DEPOSIT: { ...EMPTY.DEPOSIT, amountCents: 80_000, heldBy: 'AGENCY' as const },
  VARIOUS: { ...EMPTY.VARIOUS, insurer: 'Assur', insuranceExpiresOn: on('12-09', 1) },
});

export const aTenantDraft = (given: Partial<{ [S in Step]: Forms[S] }> = {}): Draft => {
  const forms = { ...tenantForms(), ...given };
  return aDraft(
    'TENANT',
    (Object.keys(tenantForms()) as (keyof ReturnType<typeof tenantForms>)[]).map((step) =>
      aState(step, forms[step]),
    ),
  );
};
