import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection, Model } from 'mongoose';
import { Schema, createConnection } from 'mongoose';
import { insertNew } from './insert-new.js';

interface Thing {
  _id: string;
  reference: string;
  note?: string | undefined;
}

const thingSchema = new Schema<Thing>({
  _id: String,
  reference: { type: String, unique: true },
  note: String,
});

let mongo: MongoServer;
let connection: Connection;
let things: Model<Thing>;

beforeAll(async () => {
  mongo = await startMongo();
  connection = await createConnection(mongo.uri).asPromise();
  things = connection.model<Thing>('Thing', thingSchema);
  await things.init();
});

afterAll(async () => {
  await connection.close();
  await mongo.stop();
});

describe('inserting what is new', () => {
  it('says of each whether it was new; one that is known keeps no other out', async () => {
    await insertNew(things, [{ _id: 'a', reference: 'A' }]);
    expect(
      await insertNew(things, [
        { _id: 'a', reference: 'other' },
        { _id: 'b', reference: 'B', note: undefined },
      ]),
    ).toEqual([false, true]);
    expect(
      await things.collection.find({}, { projection: { _id: 1, reference: 1, note: 1 } }).toArray(),
    ).toEqual([
      { _id: 'a', reference: 'A' },
      { _id: 'b', reference: 'B' },
    ]);
  });

  it('gives the reason to the one that is refused, and to no other', async () => {
    const onlyIds = ({ errmsg }: { errmsg?: string | undefined }) =>
      errmsg?.includes(' index: _id_ ') ?? false;
    const [refused, known, added] = await insertNew(
      things,
      [
        { _id: 'c', reference: 'A' },
        { _id: 'a', reference: 'C' },
        { _id: 'd', reference: 'D' },
      ],
      onlyIds,
    );
    expect(refused).toMatchObject({ code: 11000 });
    expect([known, added]).toEqual([false, true]);
  });
});
