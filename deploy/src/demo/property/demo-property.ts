import type { MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import type { AccountFileSchema, MandateFileSchema, Party, PublishRequest, Unit } from '@intervia/contracts';
import {
  AccountKind,
  AidFund,
  CardMention,
  MandatePower,
  MandateRenewal,
  Periodicity,
  PublishRequestSchema,
  SaleKind,
  Settlement,
  TenantStatus,
  UnitKind,
} from '@intervia/contracts';
import { Dice } from '../random.js';
import { CASES, share } from './cases.js';
import { CASES_OF_LAW, companyLandlord } from './cases-of-law.js';
import { Days } from './days.js';
import { cardsOf, entitiesOf } from './entities.js';
import { Codes, filedUnder, isCompanyLandlord, partyFile } from './parties.js';
import type { PartyFileInit } from './parties.js';
import type { Tenancy } from './tenancy.js';
import { ordinaryTenancy, rentCalls } from './tenancy.js';

type AccountInit = MessageInitShape<typeof AccountFileSchema>;
type MandateInit = MessageInitShape<typeof MandateFileSchema>;

const SEED = 89;
/** Every third dwelling without a case of its own has aid; the rest of the agency pays its rent by itself. */
const AIDED_EVERY = 3;
/** Months ago; and hundredths of a square metre times this are cents. */
const SALES = [-1, -5, -30];
const EUROS_A_M2 = 4_300;
const SOMEWHERE = { line: '9 rue du Repos', postalCode: '69007', city: 'Lyon' };

/** Units that the agency lets: those with tenants, in buildings that it manages for their owners. */
function letUnits({ buildings, units }: PublishRequest): Unit[] {
  const managed = new Set(buildings.filter(({ gerance }) => gerance).map(({ id }) => id));
  return units.filter(({ buildingId, tenantIds }) => managed.has(buildingId) && tenantIds.length > 0);
}

/** Cases go to dwellings of one tenant, in their order; flat-shares to those of two. */
function tenanciesOf(units: readonly Unit[], parties: ReadonlyMap<string, Party>, days: Days): Tenancy[] {
  const dice = new Dice(SEED);
  const cases = [...Object.values(CASES), ...Object.values(CASES_OF_LAW)];
  let companies = 0;
  let shares = 0;
  let alone = 0;
  return units.map((unit) => {
    const tenants = unit.tenantIds.flatMap((id) => parties.get(id) ?? []);
    const tenancy = ordinaryTenancy(unit, tenants, days, dice);
    if (unit.label.startsWith('Local')) return tenancy;
    if (tenants.length > 1) share(tenancy, days, shares++);
    else {
      // Every other one, so that cases are spread over buildings and owners.
      const story = alone % 2 === 0 ? cases[alone / 2] : undefined;
      const landlord = parties.get(unit.ownerId)?.name ?? '';
      if (story) story(tenancy, days);
      else if (isCompanyLandlord(landlord) && companies++ === 0) companyLandlord(tenancy);
      else if (alone % AIDED_EVERY === 1) CASES['one month owed, above 450 euros']?.(tenancy, days);
      if (!story) tenancy.unpaidMonths = [];
      alone++;
    }
    return tenancy;
  });
}

function ownerAccount(agencyId: string, owner: Party, code: string, all: readonly Party[]): AccountInit {
  const isShared = owner.name.startsWith('Indivision');
  const relatives = all.filter(
    ({ id, name }) => id !== owner.id && !/^(SCI|SARL|Foncière|Indivision)/.test(name),
  );
  const joint = isShared ? relatives.slice(0, 2) : [];
  return {
    id: `${owner.id}-467`,
    kind: AccountKind.OWNER,
    entityId: `${agencyId}-gerance`,
    number: `467${code}`,
    label: owner.name,
    partyId: owner.id,
    iban: 'FR7612345678901234567890158',
    bic: 'AGRIFRPP',
    settlement: Settlement.TRANSFER,
    statement: Periodicity.MONTHLY,
    ...(joint.length === 2
      ? {
          ownShare: 500,
          shareWhole: 1_000,
          jointOwners: joint.map(({ id }, at) => ({
            partyId: id,
            share: 250,
            accountNumber: `467${code}J${String(at + 1)}`,
          })),
        }
      : {}),
  };
}

const mandateOf = (
  agencyId: string,
  { id: accountId = '', label }: AccountInit,
  at: number,
  days: Days,
): MandateInit => ({
  id: `${accountId}-mandat`,
  number: String(at + 1),
  cardId: `${agencyId}-carte`,
  mention: CardMention.G,
  accountId,
  signedOn: days.month(-36 + (at % 3)),
  effectOn: days.month(-36 + (at % 3)),
  lengthMonths: 36,
  renewal: MandateRenewal.TACIT,
  noticeMonths: 3,
  nature: 'Mandat de gestion locative',
  powers: [MandatePower.RECEIVE_MONEY, MandatePower.LET, MandatePower.ORDER_WORKS, MandatePower.GIVE_NOTICE],
  feeBp: 650,
  vatBp: 2_000,
  lettingFeeCents: 45_000,
  accountsRendered: Periodicity.MONTHLY,
  // Companies' tenants have guarantors instead.
  gliIncluded: at % 4 === 1 && !isCompanyLandlord(label ?? ''),
  spendingCeilingCents: [30_000, 0, 50_000][at % 3] ?? 0,
  provisionsAccount: at % 5 === 0 ? '47PROV' : '',
});

/** Flats that are sold with who lives there: two of this year, one that is too old to be told to Jestimo. */
const salesOf = (agencyId: string, tenancies: readonly Tenancy[], days: Days) =>
  tenancies
    .filter(({ unit }) => unit.kind === UnitKind.FLAT)
    .slice(0, SALES.length)
    .map(({ unit }, at) => ({
      id: `${unit.id}-compromis`,
      entityId: `${agencyId}-gerance`,
      unitId: unit.id,
      kind: SaleKind.COMPROMIS,
      signedOn: days.month(SALES[at] ?? 0),
      priceCents: Math.round((unit.habitableDm2 ?? 0) * EUROS_A_M2),
    }));

/**
 * The files of rental management of an agency whose places and people are published: mandates of every owner who
 * lets, leases with their cases, and the rent calls of the last months, all around the day of `now`.
 */
export function demoProperty(publication: PublishRequest, now: Date): PublishRequest {
  const { agencyId, agency } = publication;
  const days = new Days(now);
  const units = letUnits(publication);
  const parties = new Map(publication.parties.map((party) => [party.id, party]));
  const tenancies = tenanciesOf(units, parties, days);
  const owners = [...new Set(units.map(({ ownerId }) => ownerId))].flatMap((id) => parties.get(id) ?? []);
  const codes = new Codes();
  const partyFiles = new Map<string, PartyFileInit>();
  const codeOf = (party: Party, more: Partial<PartyFileInit>): string => {
    const known = partyFiles.get(party.id);
    if (known) return known.code ?? '';
    const code = codes.next(filedUnder(party.name));
    partyFiles.set(party.id, partyFile(party, code, more));
    return code;
  };
  const ownerAccounts = owners.map((owner) =>
    ownerAccount(agencyId, owner, codeOf(owner, { address: SOMEWHERE }), owners),
  );
  const mandates = ownerAccounts.map((account, at) => mandateOf(agencyId, account, at, days));
  const mandateByOwner = new Map(owners.map(({ id }, at) => [id, mandates[at]?.id ?? '']));
  const places = new Map(publication.buildings.map((building) => [building.id, building]));
  const tenantAccounts = tenancies.map((tenancy): AccountInit => {
    const building = places.get(tenancy.unit.buildingId ?? '');
    const line = building?.address ?? '';
    const address = { line, postalCode: building?.postalCode ?? '', city: building?.city ?? '' };
    // AL of a student is paid to the student.
    const isStudent = tenancy.lease.aid?.fund === AidFund.CAF && tenancy.lease.lengthMonths === 9;
    const status = isStudent ? { status: TenantStatus.STUDENT } : {};
    const [code = ''] = tenancy.tenants.map((tenant) => codeOf(tenant, { address, ...status }));
    const owed = rentCalls(tenancy, days).reduce(
      (sum, { totalCents = 0, paidCents = 0, withheldCents = 0 }) =>
        sum + totalCents - paidCents - withheldCents,
      0,
    );
    return {
      id: `${tenancy.lease.id}-411`,
      kind: AccountKind.TENANT,
      entityId: `${agencyId}-gerance`,
      number: `411${code}`,
      label: tenancy.tenants[0]?.name ?? '',
      partyId: tenancy.tenants[0]?.id ?? '',
      balanceCents: owed,
    };
  });
  return create(PublishRequestSchema, {
    agencyId,
    entities: entitiesOf(agencyId, agency?.name ?? '', {
      line: agency?.address.split(',')[0] ?? '',
      postalCode: '69002',
      city: 'Lyon',
    }),
    cards: cardsOf(agencyId, days.month(20)),
    partyFiles: [...partyFiles.values()],
    accounts: [...ownerAccounts, ...tenantAccounts],
    mandates,
    unitFiles: tenancies.map(({ unit }) => ({
      ...unit,
      mandateId: mandateByOwner.get(unit.ownerId ?? '') ?? '',
    })),
    leases: tenancies.map(({ lease }) => ({ ...lease, accountId: `${lease.id}-411` })),
    rentCalls: tenancies.flatMap((tenancy) => rentCalls(tenancy, days)),
    sales: salesOf(agencyId, tenancies, days),
  });
}
