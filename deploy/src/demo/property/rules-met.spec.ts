import type { LeaseFile, PartyFile, PublishRequest, UnitFile } from '@intervia/contracts';
import {
  CertificateKind,
  GuarantorKind,
  LeaseKind,
  MandatePower,
  Periodicity,
  RentIndex,
  RentLineKind,
} from '@intervia/contracts';
import { RULES } from '@intervia/property-wizards/rules';
import { describe, expect, it } from '@jest/globals';
import { demoAgency } from '../demo-agency.js';
import { Days } from './days.js';
import { demoProperty } from './demo-property.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const days = new Days(NOW);
const property: PublishRequest = demoProperty(demoAgency(NOW).publication, NOW);

const byId = <T extends { id: string }>(records: readonly T[]) =>
  new Map(records.map((one) => [one.id, one]));
const units = byId(property.unitFiles);
const parties = byId(property.partyFiles);
const mandates = byId(property.mandates);
const accounts = byId(property.accounts);

const unitOf = ({ unitId }: LeaseFile): UnitFile | undefined => units.get(unitId);
const ownerOf = (lease: LeaseFile): PartyFile | undefined => parties.get(unitOf(lease)?.ownerId ?? '');
const hasCompanyOwner = (lease: LeaseFile): boolean => {
  const owner = ownerOf(lease);
  return !!owner && owner.companyName !== '' && !owner.familySci && owner.legalForm !== 'Indivision';
};
const isGli = (lease: LeaseFile): boolean =>
  mandates.get(unitOf(lease)?.mandateId ?? '')?.gliIncluded === true;
const classOf = (unit: UnitFile | undefined): string =>
  unit?.certificates.find(({ kind }) => kind === CertificateKind.DPE)?.energyClass ?? '';
const rentCents = (lease: LeaseFile): number =>
  lease.permanentLines.reduce(
    (sum, { kind, amountCents }) => sum + (kind === RentLineKind.RENT ? amountCents : 0),
    0,
  );
const monthsOfRent = (lease: LeaseFile): number => (lease.deposit?.amountCents ?? 0) / rentCents(lease);
const isPresent = ({ leftOn }: LeaseFile): boolean => leftOn === '';
const guarantors = (lease: LeaseFile, kind: GuarantorKind) =>
  lease.guarantors.filter((one) => one.kind === kind);

const leases = (test: (lease: LeaseFile) => boolean): string[] =>
  property.leases.filter((lease) => isPresent(lease) && test(lease)).map(({ id }) => id);
const ofLease =
  (kind: LeaseKind, least: number, most = Infinity) =>
  (): string[] =>
    leases((lease) => lease.kind === kind && lease.lengthMonths >= least && lease.lengthMonths <= most);
const ofClass = (letters: string) => (): string[] =>
  leases((lease) => letters.includes(classOf(unitOf(lease)) || '-'));

/** By the rule's id, and its first day where a rule has several rows: which files of the demo it is about. */
const MET: Readonly<Record<string, () => string[]>> = {
  'mandate.money': () =>
    property.mandates.filter(({ powers }) => powers.includes(MandatePower.RECEIVE_MONEY)).map(({ id }) => id),
  'mandate.accounts': () =>
    property.mandates
      .filter(({ accountsRendered }) => accountsRendered !== Periodicity.UNSPECIFIED)
      .map(({ id }) => id),
  'mandate.fees': () => property.mandates.filter(({ feeBp }) => feeBp > 0).map(({ id }) => id),
  'lease.length.unfurnished': ofLease(LeaseKind.UNFURNISHED, 36),
  'lease.length.company': () => leases((lease) => hasCompanyOwner(lease) && lease.lengthMonths >= 72),
  'lease.length.furnished': ofLease(LeaseKind.FURNISHED, 12),
  'lease.length.student': ofLease(LeaseKind.STUDENT, 9),
  'lease.length.mobility': ofLease(LeaseKind.MOBILITY, 1, 10),
  'lease.length.commercial': ofLease(LeaseKind.COMMERCIAL, 108),
  'lease.tax-identifier': () =>
    leases((lease) => lease.kind !== LeaseKind.COMMERCIAL && unitOf(lease)?.taxIdentifier === ''),
  'lease.surface': () => leases((lease) => unitOf(lease)?.habitableDm2 === 0),
  'lease.last-rent': () =>
    leases((lease) => {
      const unit = unitOf(lease);
      return !!unit && unit.lastRentCents > 0 && unit.lastLeftOn >= days.month(-18);
    }),
  'lease.class-g 2025-01-01': ofClass('G'),
  'lease.class-g 2028-01-01': ofClass('F'),
  'lease.class-g 2034-01-01': ofClass('E'),
  'lease.dpe': () => leases((lease) => lease.kind !== LeaseKind.COMMERCIAL && classOf(unitOf(lease)) === ''),
  'deposit.unfurnished': () =>
    leases((lease) => lease.kind === LeaseKind.UNFURNISHED && monthsOfRent(lease) === 1),
  'deposit.furnished': () =>
    leases((lease) => lease.kind === LeaseKind.FURNISHED && monthsOfRent(lease) === 2),
  'deposit.mobility': () =>
    leases(({ kind, deposit }) => kind === LeaseKind.MOBILITY && deposit === undefined),
  'deposit.advance': () =>
    leases(({ calledEvery, calledInArrears }) => calledEvery === Periodicity.QUARTERLY && !calledInArrears),
  'guarantee.gli': () => leases((lease) => lease.guarantors.length > 0 && lease.gliExcluded),
  'guarantee.company': () =>
    leases(
      (lease) =>
        hasCompanyOwner(lease) && !isGli(lease) && guarantors(lease, GuarantorKind.PERSON).length > 0,
    ),
  'guarantee.sharer': () =>
    leases(({ flatShare, guarantors: all }) => flatShare && all.some((one) => one.sharerId !== '')),
  'revision.frozen': () =>
    leases((lease) => 'FG'.includes(classOf(unitOf(lease)) || '-') && !!lease.revision?.frozen),
  'revision.yearly': () =>
    leases(({ revisions }) => revisions.some(({ effectOn }) => effectOn >= days.month(-12))),
  'revision.late': () => leases(({ revision }) => !!revision && revision.nextOn < days.month(-12)),
  'revision.index': () =>
    leases(({ kind, revision }) => kind === LeaseKind.COMMERCIAL && revision?.index === RentIndex.ILC),
};

const rowsOf = (id: string): number => RULES.filter((rule) => rule.id === id).length;

describe('the rules of the law', () => {
  it.each(RULES.map(({ id, from, source }) => [rowsOf(id) > 1 ? `${id} ${from}` : id, source] as const))(
    '%s (%s) is met by a file of the demo',
    (key) => {
      expect(MET[key]?.() ?? []).not.toEqual([]);
    },
  );

  it('names no rule that is not there', () => {
    const keys = new Set(RULES.flatMap(({ id, from }) => [id, `${id} ${from}`]));
    expect(Object.keys(MET).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has a landlord of each kind: person, joint owners, family SCI, company', () => {
    const owners = property.leases.flatMap((lease) => ownerOf(lease) ?? []);
    expect(owners.some(({ companyName }) => companyName === '')).toBe(true);
    expect(owners.some(({ familySci }) => familySci)).toBe(true);
    expect(property.leases.some(hasCompanyOwner)).toBe(true);
    expect([...accounts.values()].some(({ jointOwners }) => jointOwners.length > 0)).toBe(true);
  });
});
