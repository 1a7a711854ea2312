import { toJson } from '@bufbuild/protobuf';
import type { LeaseFile, PublishRequest } from '@intervia/contracts';
import { AidFund, LeaseKind, PublishRequestSchema } from '@intervia/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { demoAgency } from '../demo-agency.js';
import { CASES } from './cases.js';
import { demoProperty } from './demo-property.js';

const NOW = new Date('2026-11-24T10:00:00Z');

describe('the rental management of the demo agency', () => {
  let places: PublishRequest;
  let property: PublishRequest;
  beforeAll(() => {
    places = demoAgency(NOW).publication;
    property = demoProperty(places, NOW);
  });
  const has = (test: (lease: LeaseFile) => boolean) => property.leases.some(test);

  it('is the same every time, and goes along with the day', () => {
    const json = (request: PublishRequest) => toJson(PublishRequestSchema, request);
    expect(json(demoProperty(places, NOW))).toEqual(json(property));
    const later = demoProperty(places, new Date('2027-02-01T08:00:00Z'));
    expect(later.rentCalls.some(({ month }) => month === '2027-02')).toBe(true);
    expect(later.leases.map(({ id }) => id)).toEqual(property.leases.map(({ id }) => id));
  });

  it('has every case, and flat-shares, a commercial lease, owner companies and joint owners', () => {
    const alone = property.leases.filter(
      ({ flatShare, kind }) => !flatShare && kind !== LeaseKind.COMMERCIAL,
    );
    expect(alone.length).toBeGreaterThan(2 * Object.keys(CASES).length);
    for (const kind of [LeaseKind.FURNISHED, LeaseKind.STUDENT, LeaseKind.MOBILITY, LeaseKind.COMMERCIAL])
      expect(has((lease) => lease.kind === kind)).toBe(true);
    expect(has(({ flatShare, sharers }) => flatShare && sharers.length === 2)).toBe(true);
    expect(has(({ notices }) => notices.length > 0)).toBe(true);
    expect(has(({ leftOn }) => leftOn !== '')).toBe(true);
    expect(has(({ aid }) => aid?.fund === AidFund.MSA)).toBe(true);
    expect(has(({ aid, cafNumber }) => aid?.fund === AidFund.CAF && cafNumber === '')).toBe(true);
    expect(has(({ repaymentPlan }) => repaymentPlan !== undefined)).toBe(true);
    expect(property.partyFiles.some(({ familySci }) => familySci)).toBe(true);
    expect(property.accounts.some(({ jointOwners }) => jointOwners.length > 0)).toBe(true);
    const classes = property.unitFiles.flatMap(({ certificates }) =>
      certificates.map(({ energyClass }) => energyClass),
    );
    expect(classes).toEqual(expect.arrayContaining(['F', 'G']));
    expect(property.unitFiles.some(({ nonDecency }) => nonDecency !== undefined)).toBe(true);
  });

  it('names only what it has, and gives no code or number twice', () => {
    const ids = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));
    const accounts = ids(property.accounts);
    const units = ids(property.unitFiles);
    const mandates = ids(property.mandates);
    for (const { accountId, unitId, sharers } of property.leases) {
      expect(accounts).toContain(accountId);
      expect(units).toContain(unitId);
      const shares = sharers.reduce((sum, { shareBp }) => sum + shareBp, 0);
      expect([0, 10_000]).toContain(shares);
    }
    for (const { mandateId } of property.unitFiles) expect(mandates).toContain(mandateId);
    for (const { lines, totalCents } of property.rentCalls)
      expect(lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(totalCents);
    const codes = property.partyFiles.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const numbers = property.accounts.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const physical = property.unitFiles.map(({ physicalCode }) => physicalCode);
    expect(new Set(physical).size).toBe(physical.length);
  });
});
