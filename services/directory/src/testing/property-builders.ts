import type { AccountFile } from '../domain/property/account.js';
import { EMPTY_ACCOUNT } from '../domain/property/account.js';
import type { BuildingFile } from '../domain/property/building.js';
import { EMPTY_BUILDING } from '../domain/property/building.js';
import type { FlatSharer, LeaseFile } from '../domain/property/lease.js';
import { EMPTY_LEASE } from '../domain/property/lease.js';
import type { MandateFile } from '../domain/property/mandate.js';
import { EMPTY_MANDATE } from '../domain/property/mandate.js';
import type { PartyFile } from '../domain/property/party.js';
import { EMPTY_PARTY } from '../domain/property/party.js';
import type { RentCall } from '../domain/property/rent-call.js';
import { EMPTY_RENT_CALL } from '../domain/property/rent-call.js';
import type { UnitFile } from '../domain/property/unit.js';
import { EMPTY_UNIT } from '../domain/property/unit.js';
import { EMPTY_CARD, EMPTY_ENTITY } from '../domain/property/entity.js';
import { EMPTY_ADDRESS } from '../domain/property/values.js';
import type { RentLine } from '../domain/property/values.js';
import type { FileKind, FilesByKind, PropertyFile } from '../domain/property/property-file.js';
import type { StagedFile } from '../domain/staging/staged-file.js';
import type { Command } from '../application/publishing/property-events.js';

/** A day, month or quarter of the tests' year, or of one after it. */
export const on = (rest: string, years = 0): string => `${String(2026 + years)}-${rest}`;

export const anEntity = { ...EMPTY_ENTITY, id: 'e1', name: 'Cabinet des Essais, gérance' };
export const aCard = {
  ...EMPTY_CARD,
  id: 'k1',
  number: 'CPI 6901 2016 000 000 001',
  mentions: ['g' as const],
};

const address = { ...EMPTY_ADDRESS, line: '12 rue Garibaldi', postalCode: '69006', city: 'Lyon' };

export const aPartyFile = (overrides: Partial<PartyFile> = {}): PartyFile => ({
  ...EMPTY_PARTY,
  id: 'owner',
  code: 'LEFEVRE',
  kind: 'person',
  gender: 'mrs',
  lastName: 'Lefèvre',
  firstName: 'Zoé',
  mails: ['zoe.lefevre@courriel.example'],
  mobiles: ['+33639980001'],
  address,
  ...overrides,
});

export const anAccount = (overrides: Partial<AccountFile> = {}): AccountFile => ({
  ...EMPTY_ACCOUNT,
  id: 'owner-account',
  kind: 'owner',
  entityId: 'e1',
  number: '467LEFEVRE',
  label: 'Lefèvre Zoé',
  partyId: 'owner',
  ...overrides,
});

export const aBuildingFile = (overrides: Partial<BuildingFile> = {}): BuildingFile => ({
  ...EMPTY_BUILDING,
  id: 'house',
  code: '0042',
  name: 'Le Clos Garibaldi',
  address,
  gerance: true,
  ...overrides,
});

export const aUnitFile = (overrides: Partial<UnitFile> = {}): UnitFile => ({
  ...EMPTY_UNIT,
  id: 'flat',
  buildingId: 'house',
  rcpNumber: '12',
  planNumber: 'A12',
  physicalCode: '0042-A12',
  managementCode: '0042-012',
  kind: 'flat',
  floor: '3',
  door: '12',
  mandateId: 'mandate',
  ...overrides,
});

export const aMandate = (overrides: Partial<MandateFile> = {}): MandateFile => ({
  ...EMPTY_MANDATE,
  id: 'mandate',
  number: '1',
  cardId: 'k1',
  mention: 'g',
  accountId: 'owner-account',
  signedOn: on('02-20'),
  effectOn: on('03-01'),
  lengthMonths: 36,
  powers: ['receive-money', 'let'],
  ...overrides,
});

export const aRentLine = (overrides: Partial<RentLine> = {}): RentLine => ({
  id: 'rent',
  label: 'Loyer',
  fiscalCode: 'LOY',
  kind: 'rent',
  amountCents: 80_000,
  vatBp: 0,
  from: '',
  until: '',
  ...overrides,
});

export const aSharer = (overrides: Partial<FlatSharer> = {}): FlatSharer => ({
  id: 's1',
  partyId: 'sharer1',
  enteredOn: on('03-01'),
  leftOn: '',
  shareBp: 5_000,
  accountNumber: '',
  iban: '',
  bic: '',
  cafNumber: '',
  replacesSharerId: '',
  ...overrides,
});

export const aLease = (overrides: Partial<LeaseFile> = {}): LeaseFile => ({
  ...EMPTY_LEASE,
  id: 'lease',
  unitId: 'flat',
  accountId: 'tenant-account',
  kind: 'unfurnished',
  effectOn: on('03-01'),
  signedOn: on('02-25'),
  lengthMonths: 36,
  calledFrom: on('03-01'),
  calledEvery: 'monthly',
  permanentLines: [
    aRentLine(),
    aRentLine({ id: 'charges', label: 'Provision sur charges', kind: 'charges', amountCents: 7_000 }),
  ],
  ...overrides,
});

export const aRentCall = (overrides: Partial<RentCall> = {}): RentCall => ({
  ...EMPTY_RENT_CALL,
  id: 'call-1',
  leaseId: 'lease',
  month: on('03'),
  dueOn: on('03-01'),
  from: on('03-01'),
  until: on('03-31'),
  totalCents: 87_000,
  ...overrides,
});

export const aFile = <K extends FileKind>(kind: K, record: FilesByKind[K]): PropertyFile =>
  ({ kind, record }) as PropertyFile;

export const aStaged = <K extends FileKind>(
  kind: K,
  record: FilesByKind[K],
  fields: readonly string[] = [],
): StagedFile => ({ file: aFile(kind, record), fields });

export const aCommand = (overrides: Partial<Command> = {}): Command => ({
  agencyId: 'a1',
  commandId: 'c1',
  fingerprint: '',
  actor: { kind: 'user', id: 'u1', name: 'Élodie Garnier' },
  ...overrides,
});

/** All that a mandate makes: owner, account, building, unit, mandate. */
export const aMandateStaged = (): StagedFile[] => [
  aStaged('party', aPartyFile()),
  aStaged('account', anAccount()),
  aStaged('mandate', aMandate()),
  aStaged('building', aBuildingFile()),
  aStaged('unit', aUnitFile()),
];

/** All that a tenant makes, on the unit of that mandate. */
export const aTenantStaged = (lease: Partial<LeaseFile> = {}): StagedFile[] => [
  aStaged(
    'party',
    aPartyFile({
      id: 'tenant',
      code: 'DIALLO',
      lastName: 'Diallo',
      firstName: 'Awa',
      mails: ['awa.diallo@courriel.example'],
      mobiles: ['+33639980002'],
    }),
  ),
  aStaged(
    'account',
    anAccount({
      id: 'tenant-account',
      kind: 'tenant',
      number: '411DIALLO',
      label: 'Diallo Awa',
      partyId: 'tenant',
    }),
  ),
  aStaged('lease', aLease(lease)),
  aStaged('rentCall', aRentCall()),
];
