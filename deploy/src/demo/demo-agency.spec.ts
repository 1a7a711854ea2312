import { toJson } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { ImportedTicket } from '@intervia/contracts';
import { ImportedTicketSchema, Module, PublishRequestSchema, Role } from '@intervia/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { TRADES } from './data/trades.js';
import type { DemoAgency } from './demo-agency.js';
import { demoAgency, otherAgency } from './demo-agency.js';
import { publicationBatches } from './seed-demo.js';
import { DEMO_MANAGER_MAIL, OTHER_MANAGER_MAIL } from './staff.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const MONTHS_24 = 731 * 86_400_000;
/** Arcep's numbers for fiction. */
const FICTION = /^\+33(63998|46571)\d{4}$/;

const asJson = ({ publication, tickets }: DemoAgency) => ({
  publication: toJson(PublishRequestSchema, publication),
  tickets: tickets.map((ticket) => toJson(ImportedTicketSchema, ticket)),
});
const ids = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));
const opened = ({ openedAt }: ImportedTicket) => timestampDate(openedAt as NonNullable<typeof openedAt>);
const closed = ({ closedAt }: ImportedTicket) => timestampDate(closedAt as NonNullable<typeof closedAt>);

describe('the demo agency', () => {
  let demo: DemoAgency;
  beforeAll(() => {
    demo = demoAgency(NOW);
  });

  it('has the promised size', () => {
    const { buildings, units, contractors, users } = demo.publication;
    expect({
      buildings: buildings.length,
      units: units.length,
      contractors: contractors.length,
      users: users.length,
    }).toEqual({ buildings: 20, units: 300, contractors: 60, users: 6 });
    expect(new Set(contractors.map(({ trade }) => trade)).size).toBe(15);
    expect(demo.tickets).toHaveLength(2000);
    expect(users[0]?.mail).toBe(DEMO_MANAGER_MAIL);
  });

  it('manages in both modules, some buildings in both at once', () => {
    const kinds = demo.publication.buildings.map(
      ({ syndic, gerance }) => `${String(syndic)} ${String(gerance)}`,
    );
    expect(new Set(kinds)).toEqual(new Set(['true true', 'true false', 'false true']));
  });

  it('is the same every time, and its places do not depend on the day', () => {
    expect(asJson(demoAgency(NOW))).toEqual(asJson(demo));
    const later = demoAgency(new Date('2027-03-01T08:00:00Z'));
    expect(toJson(PublishRequestSchema, later.publication)).toEqual(
      toJson(PublishRequestSchema, demo.publication),
    );
  });

  it('names only records that it has', () => {
    const { buildings, units, parties, users } = demo.publication;
    const known = { parties: ids(parties), users: ids(users), buildings: ids(buildings) };
    for (const { managerId, caretakerId, council, syndic } of buildings) {
      expect(known.users).toContain(managerId);
      if (caretakerId) expect(known.parties).toContain(caretakerId);
      for (const { partyId } of council) expect(known.parties).toContain(partyId);
      expect(council.filter(({ president }) => president)).toHaveLength(syndic ? 1 : 0);
    }
    for (const { buildingId, ownerId, tenantIds, managerId } of units) {
      expect(known.buildings).toContain(buildingId);
      expect(known.users).toContain(managerId);
      for (const id of [ownerId, ...tenantIds]) expect(known.parties).toContain(id);
    }
  });

  it('attaches an assistant and an accountant to some buildings, and knows thresholds, councils and clients', () => {
    const { buildings, units, clients, users } = demo.publication;
    const attached = (field: 'assistantId' | 'accountantId') => {
      const found = buildings.filter((building) => building[field]);
      const [role] = new Set(found.map((building) => users.find(({ id }) => id === building[field])?.role));
      return [role, found.length];
    };
    expect(attached('assistantId')).toEqual([Role.ASSISTANT, 12]);
    expect(attached('accountantId')).toEqual([Role.ACCOUNTANT, 8]);
    const managed = new Set(buildings.filter(({ gerance }) => gerance).map(({ id }) => id));
    const limited = units.filter(({ approvalThresholdCents }) => approvalThresholdCents > 0);
    expect(limited.length).toBeGreaterThan(50);
    expect(limited.every(({ buildingId }) => managed.has(buildingId))).toBe(true);
    const [coOwner, tenant] = clients;
    expect(buildings[0]?.council.find(({ president }) => president)?.partyId).toBe(coOwner?.partyId);
    expect(units.some(({ ownerId }) => ownerId === coOwner?.partyId)).toBe(true);
    expect(units.find(({ tenantIds }) => tenantIds.includes(tenant?.partyId ?? ''))?.buildingId).toBe(
      buildings[0]?.id,
    );
    expect(buildings[0]?.caretakerId).toBeTruthy();
    expect(demo.tickets.every(({ draft }) => (draft?.place?.staffIds.length ?? 0) > 0)).toBe(true);
  });

  it('gives no id, account or mail twice', () => {
    const { users, parties, contractors, buildings, units } = demo.publication;
    for (const records of [users, parties, contractors, buildings, units])
      expect(ids(records).size).toBe(records.length);
    expect(new Set(contractors.map(({ account }) => account)).size).toBe(60);
    expect(contractors.every(({ account }) => account.startsWith('401'))).toBe(true);
    const mails = [...parties, ...users.map(({ mail }) => ({ mails: [mail] }))].flatMap(({ mails }) => mails);
    expect(new Set(mails).size).toBe(mails.length);
  });

  it('reaches nobody: only numbers for fiction and .example domains', () => {
    for (const publication of [demo.publication, otherAgency()]) {
      const people = [...publication.parties, ...publication.contractors.flatMap(({ party }) => party ?? [])];
      const numbers = [
        ...people.flatMap(({ mobiles, phone }) => [...mobiles, phone]),
        ...publication.users.map(({ phone }) => phone),
        publication.agency?.phone ?? '',
      ].filter(Boolean);
      expect(numbers.filter((number) => !FICTION.test(number))).toEqual([]);
      const mobiles = people.flatMap((person) => person.mobiles);
      expect(new Set(mobiles).size).toBe(mobiles.length);
    }
    const everything = JSON.stringify([asJson(demo), toJson(PublishRequestSchema, otherAgency())]);
    const domains = everything.match(/[^\s"@]+@[^\s"@]+/g) ?? [];
    expect(domains.filter((mail) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(mail))).toEqual([]);
    expect(everything).not.toMatch(/https?:/);
  });

  it('has past tickets of the last 24 months only, closed, oldest first', () => {
    const times = demo.tickets.map((ticket) => [opened(ticket).getTime(), closed(ticket).getTime()] as const);
    expect(times.every(([from, to]) => from < to && to < NOW.getTime())).toBe(true);
    expect(times.every(([from]) => NOW.getTime() - from < MONTHS_24)).toBe(true);
    expect(times.map(([from]) => from)).toEqual(times.map(([from]) => from).sort((a, b) => a - b));
  });

  it('sends each matter to contractors of its trade, about a place of its own', () => {
    const tradeOf = new Map(demo.publication.contractors.map(({ id, trade }) => [id, trade]));
    const tradeOfSubject = new Map(
      TRADES.flatMap(({ name, issues }) => issues.map(({ subject }) => [subject, name])),
    );
    const places = { buildings: ids(demo.publication.buildings), units: ids(demo.publication.units) };
    for (const { draft } of demo.tickets) {
      expect(draft?.contractors.length).toBeGreaterThan(0);
      expect(new Set(draft?.contractors.map(({ partyId }) => tradeOf.get(partyId)))).toEqual(
        new Set([tradeOfSubject.get(draft?.subject ?? '')]),
      );
      expect(places.buildings).toContain(draft?.place?.buildingId);
      if (draft?.place?.unitId) expect(places.units).toContain(draft.place.unitId);
      if (draft?.module === Module.SYNDIC) expect(draft.place?.unitId).toBe('');
      expect(draft?.manager?.id).toBeTruthy();
      expect(draft?.description).not.toMatch(/[{}]/);
      expect(draft?.originalDescription).not.toMatch(/[{}]/);
    }
  });

  it('mixes modules, sources and amounts', () => {
    const { tickets } = demo;
    const share = (has: (ticket: ImportedTicket) => boolean) => tickets.filter(has).length / tickets.length;
    expect(share(({ draft }) => draft?.module === Module.SYNDIC)).toBeGreaterThan(0.4);
    expect(share(({ draft }) => draft?.module === Module.GERANCE)).toBeGreaterThan(0.25);
    expect(new Set(tickets.map(({ draft }) => draft?.source)).size).toBe(7);
    expect(share(({ invoiceAmountCents }) => invoiceAmountCents > 0)).toBeGreaterThan(0.8);
  });
});

describe('the other agency', () => {
  it('is small, and shares no id with the first', () => {
    const other = otherAgency();
    const { publication } = demoAgency(NOW);
    expect([other.buildings.length, other.units.length, other.users.length]).toEqual([2, 6, 1]);
    expect(other.users[0]?.mail).toBe(OTHER_MANAGER_MAIL);
    const lists = ['users', 'parties', 'contractors', 'buildings', 'units'] as const;
    for (const list of lists) {
      const first = ids(publication[list]);
      expect(other[list].filter(({ id }) => first.has(id))).toEqual([]);
    }
  });
});

describe('publicationBatches', () => {
  it('keeps every record, below the limit of a call', () => {
    const { publication } = demoAgency(NOW);
    const batches = publicationBatches(publication);
    const lists = ['users', 'parties', 'contractors', 'buildings', 'units', 'clients'] as const;
    for (const list of lists) {
      const sent = batches.reduce((sum, batch) => sum + (batch[list]?.length ?? 0), 0);
      expect(sent).toBe(publication[list].length);
    }
    for (const batch of batches) {
      expect(lists.reduce((sum, list) => sum + (batch[list]?.length ?? 0), 1)).toBeLessThan(400);
    }
  });

  it('sends a small agency at once: its presence says that all of it is there', () => {
    expect(publicationBatches(otherAgency())).toHaveLength(1);
  });
});
