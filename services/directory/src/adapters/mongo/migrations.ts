import { rewrite } from '@intervia/mongo';
import type { Migration, Migrations } from '@intervia/mongo';
import type { mongo } from 'mongoose';
import { partyKeys } from './people/party.mapper.js';
import type { PartyDocument } from './people/party.schema.js';

const WITHOUT_WORDS = { words: { $exists: false } };

const giveWords = (db: mongo.Db, write: boolean): Promise<number> =>
  rewrite(
    db.collection<PartyDocument>('parties'),
    WITHOUT_WORDS,
    ({ _id, code, ...party }) => [
      { updateOne: { filter: { _id, ...WITHOUT_WORDS }, update: { $set: partyKeys(party, code) } } },
    ],
    write,
  );

const partyWords: Migration = {
  title: 'parties are found by their words',
  count: (db) => giveWords(db, false),
  run: (db) => giveWords(db, true),
};

/** Of the directory's database, the first leads to version 1. */
export const DIRECTORY_MIGRATIONS: Migrations = [partyWords];
