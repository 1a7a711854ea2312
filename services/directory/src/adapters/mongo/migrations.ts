import type { Migration, Migrations } from '@intervia/mongo';
import type { mongo } from 'mongoose';
import { partyKeys } from './people/party.mapper.js';
import type { PartyDocument } from './people/party.schema.js';

const BATCH = 500;

const partiesOf = (db: mongo.Db) => db.collection<PartyDocument>('parties');
const WITHOUT_WORDS = { words: { $exists: false } };

const partyWords: Migration = {
  title: 'parties are found by their words',
  count: (db) => partiesOf(db).countDocuments(WITHOUT_WORDS),
  run: async (db) => {
    for (let changed = 0; ;) {
      const found = await partiesOf(db).find(WITHOUT_WORDS).limit(BATCH).toArray();
      if (found.length === 0) return changed;
      const { modifiedCount } = await partiesOf(db).bulkWrite(
        found.map(({ _id, code, ...party }) => ({
          updateOne: { filter: { _id, ...WITHOUT_WORDS }, update: { $set: partyKeys(party, code) } },
        })),
        { ordered: false },
      );
      changed += modifiedCount;
    }
  },
};

/** Of the directory's database, the first leads to version 1. */
export const DIRECTORY_MIGRATIONS: Migrations = [partyWords];
