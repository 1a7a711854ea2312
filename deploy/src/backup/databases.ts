import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { databaseOf } from '@intervia/mongo';
import { BSON, MongoClient } from 'mongodb';

const OURS = 'intervia_';
const BATCH = 500;
const OPTIONS = { serverSelectionTimeoutMS: 10_000 };

/** Each type as it is stored: a whole double stays a double. */
const AS_STORED = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

async function onDatabase<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri, OPTIONS);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/**
 * Each collection of the services as a file of BSON documents one after the other, as `mongodump` writes them. Indexes are
 * not among them: services make theirs as they start.
 * @returns how many documents there are
 */
export const dumpDatabases = (uri: string, folder: string): Promise<number> =>
  onDatabase(uri, async (client) => {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    let count = 0;
    for (const { name } of databases) {
      if (!name.startsWith(databaseOf(uri, OURS))) continue;
      const service = name.slice(databaseOf(uri, '').length);
      const below = join(folder, service);
      await mkdir(below, { recursive: true });
      for (const { name: collection } of await client
        .db(name)
        .listCollections({}, { nameOnly: true })
        .toArray()) {
        const found = client.db(name).collection(collection).find({}, { raw: true });
        const counted = async function* () {
          for await (const document of found) {
            count += 1;
            yield document;
          }
        };
        await pipeline(Readable.from(counted()), createWriteStream(join(below, `${collection}.bson`)));
      }
    }
    return count;
  });

/** The documents of a file, whose first four bytes are their length. */
async function* documentsOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      yield rest.subarray(0, length);
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) throw new Error(`${file} ends in the middle of a document`);
}

/** Into databases that hold nothing yet. @returns how many documents there are */
export const restoreDatabases = (uri: string, folder: string): Promise<number> =>
  onDatabase(uri, async (client) => {
    let count = 0;
    for (const service of await readdir(folder)) {
      const db = client.db(databaseOf(uri, service));
      for (const file of await readdir(join(folder, service))) {
        const collection = db.collection(file.replace(/\.bson$/u, ''));
        if (await collection.findOne())
          throw new Error(`${db.databaseName}.${collection.collectionName} is not empty`);
        let batch: BSON.Document[] = [];
        const insert = async (): Promise<void> => {
          if (batch.length > 0) await collection.insertMany(batch, { ordered: false });
          count += batch.length;
          batch = [];
        };
        for await (const document of documentsOf(join(folder, service, file))) {
          batch.push(BSON.deserialize(document, AS_STORED));
          if (batch.length === BATCH) await insert();
        }
        await insert();
      }
    }
    return count;
  });
