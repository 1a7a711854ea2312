import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Publication } from '../../../domain/publication.js';
import type { ModuleName } from '../../../domain/records.js';
import { aBuilding, aPublication, aPublishedUser, aUnit, anAgency } from '../../../testing/builders.js';
import type { DirectoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../testing/directory-on-mongo.js';

/** Three buildings: Anne is the assistant of the first, Alain of one unit of the second, nobody of the third. */
const publicationOf = (agencyId: string): Publication =>
  aPublication({
    agencyId,
    agency: anAgency({ id: agencyId }),
    users: ['anne', 'alain', 'eric'].map((id) => aPublishedUser({ id, mail: `${id}@${agencyId}.example` })),
    buildings: [
      aBuilding({ id: 'b1', name: 'Les Acacias', gerance: true, assistantId: 'anne', accountantId: 'eric' }),
      aBuilding({ id: 'b2', name: 'Les Bouleaux' }),
      aBuilding({ id: 'b3', name: 'Les Cyprès' }),
    ],
    units: [
      aUnit({ id: 'l1', buildingId: 'b1', reference: '1' }),
      aUnit({ id: 'l2', buildingId: 'b1', reference: '2', assistantId: 'alain' }),
      aUnit({ id: 'l3', buildingId: 'b2', reference: '3', assistantId: 'alain' }),
      aUnit({ id: 'l4', buildingId: 'b2', reference: '4' }),
      aUnit({ id: 'l5', buildingId: 'b3', reference: '5' }),
    ],
  });

/** Specification, "Who sees what": assistants and accountants, the places they are attached to. */
describe('looking places up for who is attached to some', () => {
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

  interface Search {
    agencyId?: string;
    search?: string;
    buildingId?: string;
    module?: ModuleName;
    limit?: number;
  }

  const buildings = async (
    attachedUserIds: string[] | undefined,
    { agencyId = 'a1', search = '', module, limit = 0 }: Search = {},
  ) => {
    const asker = { agencyId, attachedUserIds };
    const list = await directory.listBuildings.execute(asker, { module, search, limit });
    return { ids: list.buildings.map(({ id }) => id), unitsOnly: list.unitsOnlyIds };
  };
  const units = async (
    attachedUserIds: string[] | undefined,
    { agencyId = 'a1', search = '', buildingId = '', limit = 0 }: Search = {},
  ) =>
    (await directory.listUnits.execute({ agencyId, attachedUserIds }, { buildingId, search, limit })).map(
      ({ unit }) => unit.id,
    );

  it('gives everything to everybody else', async () => {
    expect(await buildings(undefined)).toEqual({ ids: ['b1', 'b2', 'b3'], unitsOnly: [] });
    expect(await units(undefined)).toEqual(['l1', 'l2', 'l3', 'l4', 'l5']);
  });

  it("gives the units whose own staff, else whose building's, they are", async () => {
    expect(await units(['anne'])).toEqual(['l1']);
    expect(await units(['alain'])).toEqual(['l2', 'l3']);
    // The accountant is the building's: the unit names an assistant only.
    expect(await units(['eric'])).toEqual(['l1', 'l2']);
    expect(await units(['alain'], { buildingId: 'b1' })).toEqual(['l2']);
    expect(await units(['alain'], { search: 'bouleaux' })).toEqual(['l3']);
    expect(await units(['nobody'])).toEqual([]);
  });

  it('gives the buildings that are theirs, and tells those of which only a unit is', async () => {
    expect(await buildings(['anne'])).toEqual({ ids: ['b1'], unitsOnly: [] });
    expect(await buildings(['alain'])).toEqual({ ids: ['b1', 'b2'], unitsOnly: ['b1', 'b2'] });
    expect(await buildings(['alain'], { search: 'boul' })).toEqual({ ids: ['b2'], unitsOnly: ['b2'] });
    expect(await buildings(['alain'], { module: 'gerance' })).toEqual({ ids: ['b1'], unitsOnly: ['b1'] });
    expect(await buildings(['nobody'])).toEqual({ ids: [], unitsOnly: [] });
  });

  it('also gives those of whom they stand in for', async () => {
    expect(await buildings(['alain', 'anne'])).toEqual({ ids: ['b1', 'b2'], unitsOnly: ['b2'] });
    expect(await units(['alain', 'anne'])).toEqual(['l1', 'l2', 'l3']);
  });

  it('fills a page with theirs, whatever comes before', async () => {
    expect(await units(['alain'], { limit: 1 })).toEqual(['l2']);
    expect((await buildings(['alain'], { limit: 2, search: 'les' })).ids).toEqual(['b1', 'b2']);
    await publish({ buildings: [aBuilding({ id: 'b3', name: 'Les Cyprès', assistantId: 'anne' })] });
    expect((await buildings(['anne'], { limit: 2 })).ids).toEqual(['b1', 'b3']);
    expect(await units(['anne'], { limit: 2 })).toEqual(['l1', 'l5']);
    await publish(publicationOf('a1'));
  });

  it('follows what is published: of a building, and of a unit, and of one that moves', async () => {
    await publish({ buildings: [aBuilding({ id: 'b1', name: 'Les Acacias', assistantId: 'alain' })] });
    expect(await units(['anne'])).toEqual([]);
    expect((await buildings(['anne'])).ids).toEqual([]);
    expect(await units(['alain'])).toEqual(['l1', 'l2', 'l3']);
    await publish({ units: [aUnit({ id: 'l3', buildingId: 'b3', reference: '3', assistantId: 'alain' })] });
    expect((await buildings(['alain'])).ids).toEqual(['b1', 'b3']);
    await publish(publicationOf('a1'));
  });

  it("never gives another agency's, where the same users have the same places", async () => {
    await directory.publish.execute(
      aPublication({ agencyId: 'a2', buildings: [aBuilding({ id: 'b3', assistantId: 'anne' })] }),
    );
    expect((await buildings(['anne'])).ids).toEqual(['b1']);
    expect((await buildings(['anne'], { agencyId: 'a2' })).ids).toEqual(['b1', 'b3']);
    expect(await units(['anne'], { agencyId: 'a3' })).toEqual([]);
  });

  const publish = (publication: Partial<Publication>) =>
    directory.publish.execute(aPublication({ agencyId: 'a1', ...publication }));
});
