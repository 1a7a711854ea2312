import { describe, expect, it } from '@jest/globals';
import { aDraft, aPerson } from '../../testing/builders.js';
import { Scenario } from '../../testing/scenario.js';
import { audienceKeys, audienceOf } from './audience.js';
import type { ClientScope } from './audience.js';
import type { Module } from '../values/model.js';
import type { Visibility } from '../values/options.js';

/** Manual, "Ticket visible pour". */

const NOBODY: ClientScope = {
  partyId: '',
  councilBuildingIds: [],
  ownedBuildingIds: [],
  ownedUnitIds: [],
  rentedUnitIds: [],
};

const CLIENTS: Readonly<Record<string, ClientScope>> = {
  requester: { ...NOBODY, partyId: 'party-9' },
  council: { ...NOBODY, partyId: 'p1', councilBuildingIds: ['b-1'] },
  'co-owner': { ...NOBODY, partyId: 'p2', ownedBuildingIds: ['b-1'], ownedUnitIds: ['u-7'] },
  tenant: { ...NOBODY, partyId: 'p3', rentedUnitIds: ['u-12'] },
  owner: { ...NOBODY, partyId: 'p4', ownedUnitIds: ['u-12'], ownedBuildingIds: ['b-1'] },
  neighbour: {
    partyId: 'p5',
    councilBuildingIds: ['b-2'],
    ownedBuildingIds: ['b-2'],
    ownedUnitIds: ['u-13'],
    rentedUnitIds: ['u-14'],
  },
  nobody: NOBODY,
};

function seenBy(module: Module, visibility: Visibility, { wholeBuilding = false } = {}): string[] {
  const place = { ...aDraft().place!, ...(wholeBuilding ? { unitId: '' } : {}) };
  const requester = aPerson({ partyId: 'party-9' });
  const audience = audienceOf(Scenario.opened({ module, visibility, place, requester }).ticket);
  return Object.keys(CLIENTS).filter((name) =>
    audienceKeys(CLIENTS[name]!, ['SYNDIC', 'GERANCE']).some((key) => audience.includes(key)),
  );
}

describe('a ticket is followed by', () => {
  it.each<[Module, Visibility, string[]]>([
    ['SYNDIC', 'REQUESTER', ['requester']],
    ['SYNDIC', 'COUNCIL', ['requester', 'council']],
    ['SYNDIC', 'CO_OWNERS', ['requester', 'council', 'co-owner', 'owner']],
    ['GERANCE', 'REQUESTER', ['requester']],
    ['GERANCE', 'TENANTS', ['requester', 'tenant']],
    ['GERANCE', 'OWNERS', ['requester', 'owner']],
  ])('%s, %s: %j', (module, visibility, expected) => {
    expect(seenBy(module, visibility)).toEqual(expected);
  });

  it('in gérance, of a whole building: the requester only', () => {
    expect(seenBy('GERANCE', 'OWNERS', { wholeBuilding: true })).toEqual(['requester']);
    expect(seenBy('GERANCE', 'TENANTS', { wholeBuilding: true })).toEqual(['requester']);
  });
});

it('a "?" is followed by nobody yet, a closed ticket still', () => {
  expect(audienceOf(Scenario.requested().ticket)).toEqual([]);
  expect(audienceOf(Scenario.requested().asks('CancelPreTicket', { reason: '' }).ticket)).toEqual([]);
  expect(audienceOf(Scenario.opened({ requester: aPerson() }).closes().ticket)).toHaveLength(1);
});

it('a requester typed in by hand is no client', () => {
  expect(audienceOf(Scenario.opened({ requester: aPerson({ partyId: '' }) }).ticket)).toEqual([]);
});

it('a module that shows nothing to clients gives no key', () => {
  const keys = audienceKeys(CLIENTS.council!, ['SYNDIC']);
  expect(keys.every((key) => key.startsWith('SYNDIC:'))).toBe(true);
  expect(audienceKeys(CLIENTS.council!, [])).toEqual([]);
});
