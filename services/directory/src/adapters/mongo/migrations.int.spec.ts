import { FixedClock } from '@intervia/clock';
import { migrate } from '@intervia/mongo';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { aPublication, aParty, anAgency } from '../../testing/builders.js';
import type { DirectoryOnMongo } from '../../testing/directory-on-mongo.js';
import { directoryOnMongo } from '../../testing/directory-on-mongo.js';
import { DIRECTORY_MIGRATIONS } from './migrations.js';

describe('what older releases of the directory have stored', () => {
  let server: MongoServer;
  let directory: DirectoryOnMongo;

  beforeAll(async () => {
    server = await startMongo();
    directory = await directoryOnMongo(server.uri, FixedClock.at('2026-03-02T09:00:00Z'));
  }, 60_000);
  afterAll(async () => {
    await directory.connection.close();
    await server.stop();
  });

  it('parties get the words and the place in lists that those of today have', async () => {
    await directory.publish.execute(
      aPublication({ agency: anAgency(), parties: [aParty({ id: 'p1' }), aParty({ id: 'p2' })] }),
    );
    const db = directory.connection.db as mongo.Db;
    const parties = db.collection('parties');
    await parties.updateOne({ id: 'p2' }, { $set: { code: 'LEFEVRE7' } });
    const [before] = await parties.find({ id: 'p1' }).toArray();
    await parties.updateMany({}, { $unset: { words: 1, sortKey: 1 } });
    expect(await migrate(db, DIRECTORY_MIGRATIONS)).toMatchObject([{ version: 1, documents: 2 }]);
    expect(await parties.find({ id: 'p1' }).toArray()).toEqual([before]);
    expect(await parties.findOne({ id: 'p2' })).toMatchObject({
      words: expect.arrayContaining(['lefevre7']),
    });
  });
});
