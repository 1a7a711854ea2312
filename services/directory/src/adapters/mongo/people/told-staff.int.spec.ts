import { fromBinary } from '@bufbuild/protobuf';
import { FixedClock } from '@intervia/clock';
import { PlaceStaffChangedSchema } from '@intervia/contracts';
import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aBuilding, aPublication, aPublishedUser, aUnit, anAgency } from '../../../testing/builders.js';
import type { DirectoryOnMongo } from '../../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../../testing/directory-on-mongo.js';

describe('telling who is attached to a place', () => {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, FixedClock.at('2026-03-02T09:00:00Z'));
  }, 60_000);
  beforeEach(async () => {
    await Promise.all(Object.values(directory.connection.models).map((model) => model.deleteMany({})));
    await directory.publish.execute(
      aPublication({
        agency: anAgency(),
        users: ['u1', 'u2', 'u3'].map((id) => aPublishedUser({ id, mail: `${id}@essais.example` })),
        buildings: [building('u1')],
        units: [aUnit({ id: 'l1' }), aUnit({ id: 'l2', managerId: 'u2' })],
      }),
    );
    await drain();
  });
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const building = (managerId: string) => aBuilding({ managerId });
  const waiting = () =>
    directory.connection.collection('toldStaff').countDocuments({ 'outbox.0': { $exists: true } });

  /** What was told since the last time, in a stable order. */
  async function drain(): Promise<string[]> {
    await eventually(async () => ((await waiting()) === 0 ? true : undefined));
    return directory.heard.events
      .splice(0)
      .map(({ agencyId, data }) => {
        const { buildingId, unitId, staffIds } = fromBinary(PlaceStaffChangedSchema, data);
        return `${agencyId} ${buildingId || unitId}: ${staffIds.join(', ')}`;
      })
      .toSorted();
  }

  it('says nothing of what did not change', async () => {
    await directory.publish.execute(
      aPublication({ buildings: [aBuilding({ managerId: 'u1', name: 'Rebaptisé' })] }),
    );
    expect(await drain()).toEqual([]);
  });

  it('tells of the building and of the units that name nobody of their own', async () => {
    await directory.publish.execute(aPublication({ buildings: [building('u3')] }));
    expect(await drain()).toEqual(['a1 b1: u3', 'a1 l1: u3']);
  });

  it('tells of a unit alone when it alone changes', async () => {
    await directory.publish.execute(aPublication({ units: [aUnit({ id: 'l2', accountantId: 'u3' })] }));
    expect(await drain()).toEqual(['a1 l2: u1, u3']);
  });

  it('tells when the last one leaves', async () => {
    await directory.publish.execute(aPublication({ buildings: [building('')] }));
    expect(await drain()).toEqual(['a1 b1: ', 'a1 l1: ']);
  });

  it('tells after a crash that came before the telling', async () => {
    await directory.connection
      .collection('buildings')
      .updateOne({ agencyId: 'a1', id: 'b1' }, { $set: { managerId: 'u3' } });
    await directory.publish.execute(aPublication({ buildings: [building('u3')] }));
    expect(await drain()).toEqual(['a1 b1: u3', 'a1 l1: u3']);
  });
});
