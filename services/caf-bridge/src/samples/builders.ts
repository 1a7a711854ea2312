import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from '../domain/layout/layout.js';
import { readLayout } from '../domain/layout/layout.js';
import { SOURCES } from '../domain/layout/sources.js';
import type { Aid, CalledMonth, Occupant, Tenancy } from '../domain/selection/tenancy.js';
import type { EntitySettings, Organisme } from '../domain/settings/settings.js';

const LAYOUTS = join(import.meta.dirname, '../../layouts');

export const theLayout = (id: string): Layout =>
  readLayout(id, JSON.parse(readFileSync(join(LAYOUTS, `${id}.json`), 'utf8')), SOURCES);

export const anOrganisme = (changes: Partial<Organisme> = {}): Organisme => ({
  organisme: '075',
  scheme: 'CAF',
  label: 'CAF de Paris',
  codeBailleur: '12345',
  ...changes,
});

export const someSettings = (changes: Partial<EntitySettings> = {}): EntitySettings => ({
  entityId: 'ent-1',
  companyName: 'Cabinet des Tilleuls',
  siret: '73282932000074',
  etablissement: '20041',
  guichet: '01005',
  compte: '0500013M026',
  iban: 'FR1420041010050500013M02606',
  organismes: [anOrganisme()],
  fiscalCodes: [],
  noticeSendsP: false,
  arrearsFilter: 'MANUAL',
  environment: 'T',
  fileNames: {},
  layouts: {},
  stationId: 'poste-1',
  ...changes,
});

export const anAid = (changes: Partial<Aid> = {}): Aid => ({
  scheme: 'CAF',
  organisme: '075',
  type: 'APL',
  allocataire: '1234567',
  uniqueNumber: 'CAF000000000000001',
  monthlyCents: 250_00,
  toLandlord: true,
  ...changes,
});

export const anOccupant = (changes: Partial<Occupant> = {}): Occupant => ({
  id: 'acc-1',
  lastName: 'Lefèvre',
  firstName: 'Zoé',
  entryDate: '2024-09-01',
  share: 0,
  aid: anAid(),
  ...changes,
});

export const aTenancy = (changes: Partial<Tenancy> = {}): Tenancy => ({
  accountId: 'acc-1',
  account: '411LEFEV',
  entityId: 'ent-1',
  leaseId: 'lease-1',
  unitLabel: 'Appartement 12',
  address: '3 rue des Tilleuls',
  postcode: '75011',
  furnished: false,
  flatShare: false,
  occupants: [anOccupant()],
  firstRentCallOn: '2024-09-01',
  lines: [
    { label: 'Loyer', fiscalCode: 'LOY', nature: 'RENT', cents: 650_00 },
    { label: 'Provision pour charges', fiscalCode: 'CHA', nature: 'CHARGES', cents: 80_00 },
  ],
  calls: [],
  balanceCents: 0,
  recoveryStarted: false,
  ...changes,
});

export const anUnpaidMonth = (
  month: string,
  cents: number,
  changes: Partial<CalledMonth> = {},
): CalledMonth => ({
  month,
  dueOn: `${month}-05`,
  totalCents: 730_00,
  unpaidCents: cents,
  withheldCents: 0,
  ...changes,
});
