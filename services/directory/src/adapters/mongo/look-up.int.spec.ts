import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Publication } from '../../domain/publication.js';
import {
  aBuilding,
  aContractor,
  aParty,
  aPublication,
  aPublishedUser,
  aUnit,
  anAgency,
} from '../../testing/builders.js';
import { explainedReads } from '../../testing/plans.js';
import type { DirectoryOnMongo } from '../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../testing/directory-on-mongo.js';

const all = { search: '', limit: 0 };

/** The same ids in each agency: only the agency tells them apart. */
const publicationOf = (agencyId: string): Publication =>
  aPublication({
    agencyId,
    agency: anAgency({ id: agencyId, name: `Cabinet ${agencyId}` }),
    users: [
      aPublishedUser({ id: 'u1', name: 'Zacharie Petit', mail: `zacharie@${agencyId}.example` }),
      aPublishedUser({ id: 'u2', name: 'Éva Martin', mail: `eva@${agencyId}.example` }),
    ],
    parties: [
      aParty({ id: 'p1', name: `Zoé Lefèvre ${agencyId}` }),
      aParty({ id: 'p2', name: 'Noël Œuvrard' }),
      aParty({ id: 'p3', name: 'Gaston Gardien' }),
    ],
    contractors: [
      aContractor({ id: 'c1' }),
      aContractor({
        id: 'c2',
        account: '401ELEC1',
        trade: 'Électricité',
        party: aParty({ name: 'Ampère & Fils' }),
      }),
      aContractor({ id: 'c3', account: '401ASC1', trade: 'Ascenseur', party: aParty({ name: 'Montélev' }) }),
    ],
    buildings: [
      aBuilding({ managerId: 'u1', caretakerId: 'p3', council: [{ partyId: 'p1', president: true }] }),
      aBuilding({ id: 'b2', reference: '0002', name: 'Étoile du Parc', syndic: false, gerance: true }),
    ],
    units: [
      aUnit({ id: 'l1', ownerId: 'p1', tenantIds: ['p2'], digicode: '99B', managerId: 'u2' }),
      aUnit({ id: 'l2', buildingId: 'b2', reference: '0002-001', label: 'Studio 1', ownerId: 'p2' }),
    ],
  });

describe('looking up the directory', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, FixedClock.at('2026-03-02T09:00:00Z'));
    await directory.publish.execute(publicationOf('a1'));
    await directory.publish.execute(publicationOf('a2'));
  }, 60_000);

  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const unitIds = async (search: string, buildingId = '', agencyId = 'a1') =>
    (await directory.listUnits.execute({ agencyId }, { buildingId, search, limit: 0 })).map(
      ({ unit }) => unit.id,
    );

  it('counts the same publication each time and stores it once', async () => {
    expect(await directory.publish.execute(publicationOf('a1'))).toBe(13);
    expect(await directory.listUnits.execute({ agencyId: 'a1' }, { buildingId: '', ...all })).toHaveLength(2);
  });

  it('lists users and buildings by name, accents ignored, and by module', async () => {
    expect((await directory.listUsers.execute('a1')).map(({ name }) => name)).toEqual([
      'Éva Martin',
      'Zacharie Petit',
    ]);
    const buildings = async (module?: 'syndic' | 'gerance', search = '') =>
      (await directory.listBuildings.execute({ agencyId: 'a1' }, { module, search, limit: 0 })).buildings.map(
        ({ id }) => id,
      );
    expect(await buildings()).toEqual(['b2', 'b1']);
    expect(await buildings('syndic')).toEqual(['b1']);
    expect(await buildings('gerance')).toEqual(['b2']);
    expect(await buildings(undefined, 'etoi')).toEqual(['b2']);
    expect(await buildings(undefined, 'GARIBALDI coeur')).toEqual(['b1']);
    expect(await buildings(undefined, 'garibaldi etoile absente')).toEqual([]);
  });

  it('finds a unit by what it is, where it is and who is in it', async () => {
    expect(await unitIds('')).toEqual(['l1', 'l2']);
    expect(await unitIds('lefevre')).toEqual(['l1']);
    expect(await unitIds('oeuvrard')).toEqual(['l1', 'l2']);
    expect(await unitIds('oeuvrard', 'b2')).toEqual(['l2']);
    expect(await unitIds('etoile studio')).toEqual(['l2']);
  });

  it('shows a unit with its building and its people', async () => {
    const [row] = await directory.listUnits.execute({ agencyId: 'a1' }, { buildingId: 'b1', ...all });
    expect(row).toMatchObject({
      buildingName: 'Résidence du Cœur',
      buildingAddress: '12 rue Garibaldi, 69006 Lyon',
      ownerName: 'Zoé Lefèvre a1',
      tenantNames: 'Noël Œuvrard',
    });
  });

  it('finds a unit by the new name of its owner or building', async () => {
    await directory.publish.execute(
      aPublication({
        agencyId: 'a1',
        parties: [aParty({ id: 'p2', name: 'Noël Rebaptisé' })],
        buildings: [
          aBuilding({ id: 'b2', reference: '0002', name: 'Les Ormes', syndic: false, gerance: true }),
        ],
      }),
    );
    expect(await unitIds('rebaptise')).toEqual(['l1', 'l2']);
    expect(await unitIds('ormes')).toEqual(['l2']);
    expect(await unitIds('oeuvrard')).toEqual([]);
    expect(await unitIds('oeuvrard', '', 'a2')).toEqual(['l1', 'l2']);
    await directory.publish.execute(publicationOf('a1'));
  });

  it('lists contractors by name, trade and words, always with all trades', async () => {
    const search = async (trade: string, words: string) => {
      const found = await directory.listContractors.execute('a1', { trade, search: words, limit: 0 });
      expect(found.trades).toEqual(['Ascenseur', 'Électricité', 'Plomberie']);
      return found.contractors.map(({ id }) => id);
    };
    expect(await search('', '')).toEqual(['c2', 'c3', 'c1']);
    expect(await search('Plomberie', '')).toEqual(['c1']);
    expect(await search('', '401e')).toEqual(['c2']);
    expect(await search('Plomberie', 'montelev')).toEqual([]);
  });

  it('bounds lists', async () => {
    expect(
      await directory.listUnits.execute({ agencyId: 'a1' }, { buildingId: '', search: '', limit: 1 }),
    ).toHaveLength(1);
  });

  it('gives a place with its code, people and manager', async () => {
    const unit = await directory.getPlace.execute('a1', { buildingId: '', unitId: 'l1' });
    expect(unit).toMatchObject({
      building: { id: 'b1' },
      unit: { id: 'l1' },
      digicode: '99B',
      manager: { id: 'u2' },
    });
    expect(unit.people.map(({ role, party }) => [role, party.id])).toEqual([
      ['owner', 'p1'],
      ['tenant', 'p2'],
      ['caretaker', 'p3'],
      ['council-president', 'p1'],
    ]);
    const building = await directory.getPlace.execute('a1', { buildingId: 'b1', unitId: '' });
    expect(building).toMatchObject({ unit: undefined, digicode: '12A45', manager: { id: 'u1' } });
  });

  it('tells who is attached to a place, and its assistant', async () => {
    await directory.publish.execute(
      aPublication({
        agencyId: 'a1',
        buildings: [{ ...publicationOf('a1').buildings[0]!, assistantId: 'u2' }],
      }),
    );
    expect(await directory.getPlace.execute('a1', { buildingId: 'b1', unitId: '' })).toMatchObject({
      assistant: { id: 'u2' },
      staffIds: ['u1', 'u2'],
    });
    await directory.publish.execute(publicationOf('a1'));
    expect(await directory.getPlace.execute('a1', { buildingId: '', unitId: 'l1' })).toMatchObject({
      assistant: undefined,
      staffIds: ['u2'],
    });
  });

  it('knows what a client has to do with buildings and units', async () => {
    expect(await directory.getClientScope.execute('a1', 'p1')).toMatchObject({
      councilBuildingIds: ['b1'],
      ownedBuildingIds: ['b1'],
      ownedUnitIds: ['l1'],
      rentedUnitIds: [],
      units: [{ unit: { id: 'l1' }, buildingName: 'Résidence du Cœur', ownerName: 'Zoé Lefèvre a1' }],
    });
    // b2 is no co-ownership
    expect(await directory.getClientScope.execute('a1', 'p2')).toMatchObject({
      councilBuildingIds: [],
      ownedBuildingIds: [],
      ownedUnitIds: ['l2'],
      rentedUnitIds: ['l1'],
    });
    const nothing = {
      councilBuildingIds: [],
      ownedBuildingIds: [],
      ownedUnitIds: [],
      rentedUnitIds: [],
      units: [],
    };
    expect(await directory.getClientScope.execute('a1', 'nobody')).toEqual(nothing);
    expect(await directory.getClientScope.execute('a3', 'p1')).toEqual(nothing);
  });

  it('lists the council or the co-owners of a building, with their reach', async () => {
    const list = (agencyId: string, group: 'council' | 'co-owners') =>
      directory.listGroup.execute(agencyId, { buildingId: 'b1', group });
    expect(await list('a1', 'council')).toMatchObject([
      { role: 'council-president', party: { id: 'p1', mails: ['zoe@courriel.example'] } },
    ]);
    expect(await list('a1', 'co-owners')).toMatchObject([{ role: 'owner', party: { id: 'p1' } }]);
    expect((await list('a2', 'council'))[0]?.party.name).toBe('Zoé Lefèvre a2');
    await expect(list('a3', 'council')).rejects.toMatchObject({ code: 'PLACE_NOT_FOUND' });
  });

  it.each([
    ['an unknown unit', { buildingId: '', unitId: 'l9' }],
    ['a unit of another building', { buildingId: 'b2', unitId: 'l1' }],
    ['an unknown building', { buildingId: 'b9', unitId: '' }],
    ['nothing', { buildingId: '', unitId: '' }],
  ])('has no place for %s', async (_what, asked) => {
    await expect(directory.getPlace.execute('a1', asked)).rejects.toMatchObject({ code: 'PLACE_NOT_FOUND' });
  });

  it('keeps agencies apart, with the same ids in both', async () => {
    const { people } = await directory.getPlace.execute('a2', { buildingId: '', unitId: 'l1' });
    expect(people[0]?.party.name).toBe('Zoé Lefèvre a2');
    expect(await directory.listUnits.execute({ agencyId: 'a3' }, { buildingId: 'b1', ...all })).toEqual([]);
    expect(await directory.listBuildings.execute({ agencyId: 'a3' }, { module: undefined, ...all })).toEqual({
      buildings: [],
      unitsOnlyIds: [],
    });
    expect(await directory.listContractors.execute('a3', { trade: '', ...all })).toEqual({
      contractors: [],
      trades: [],
    });
    expect(await directory.listUsers.execute('a3')).toEqual([]);
    await expect(directory.getPlace.execute('a3', { buildingId: 'b1', unitId: '' })).rejects.toMatchObject({
      code: 'PLACE_NOT_FOUND',
    });
  });

  it('reads lists through indexes that begin with the agency', async () => {
    const attached = { agencyId: 'a1', attachedUserIds: ['u1', 'u2'] };
    const reads = await explainedReads(directory.connection, async () => {
      for (const search of ['', 'gari']) {
        await directory.listBuildings.execute(attached, { module: undefined, search, limit: 20 });
        await directory.listUnits.execute(attached, { buildingId: '', search, limit: 20 });
        await directory.listBuildings.execute({ agencyId: 'a1' }, { module: 'syndic', search, limit: 20 });
        await directory.listUnits.execute({ agencyId: 'a1' }, { buildingId: '', search, limit: 20 });
        await directory.listUnits.execute({ agencyId: 'a1' }, { buildingId: 'b1', search, limit: 20 });
        await directory.listContractors.execute('a1', { trade: '', search, limit: 20 });
        await directory.listContractors.execute('a1', { trade: 'Plomberie', search, limit: 20 });
      }
      await directory.listUsers.execute('a1');
      await directory.getClientScope.execute('a1', 'p1');
      await directory.listGroup.execute('a1', { buildingId: 'b1', group: 'co-owners' });
      await directory.getPlace.execute('a1', { buildingId: '', unitId: 'l1' });
      await directory.publish.execute(aPublication({ agencyId: 'a1', parties: [aParty({ id: 'p1' })] }));
    });
    // Their id is the agency's.
    const scans = reads.filter(({ read }) => !/^\{"find":"(?:agencies|accessControls)"/.test(read));
    expect(scans.length).toBeGreaterThan(20);
    for (const { read, isScan, first } of scans) {
      expect({ read, isScan }).toEqual({ read, isScan: false });
      expect({ read, first }).toEqual({ read, first: ['agencyId'] });
    }
  });
});
