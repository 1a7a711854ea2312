import { createConnection } from 'mongoose';
import type { mongo } from 'mongoose';
import { databaseOf } from '../database-of.js';
import { NewerDatabase } from './migration.js';
import type { Migrations, MigrationStep } from './migration.js';

const COLLECTION = 'schemaVersion';

interface VersionDocument {
  readonly _id: 'database';
  readonly version: number;
}

const versions = (db: mongo.Db): mongo.Collection<VersionDocument> => db.collection(COLLECTION);

/** 0: a new one, or one of a release that had no versions. */
export async function versionOf(db: mongo.Db): Promise<number> {
  return (await versions(db).findOne({ _id: 'database' }))?.version ?? 0;
}

interface HowToMigrate {
  /** Counts and writes nothing: later steps are counted on what is there today. */
  readonly dryRun?: boolean;
  /** Told of each step once it is done. */
  readonly tell?: (step: MigrationStep) => void;
}

/**
 * Brings a database to the version of this release, one step after the other; the version stands in the database once a
 * step is done.
 * @throws NewerDatabase
 */
export async function migrate(
  db: mongo.Db,
  migrations: Migrations,
  { dryRun = false, tell }: HowToMigrate = {},
): Promise<MigrationStep[]> {
  const from = await versionOf(db);
  if (from > migrations.length) throw new NewerDatabase(db.databaseName, from, migrations.length);
  const done: MigrationStep[] = [];
  for (const [at, { title, count, run }] of migrations.entries()) {
    const version = at + 1;
    if (version <= from) continue;
    const documents = dryRun ? await count(db) : await run(db);
    if (!dryRun) await versions(db).updateOne({ _id: 'database' }, { $max: { version } }, { upsert: true });
    const step = { version, title, documents };
    done.push(step);
    tell?.(step);
  }
  return done;
}

/** Beside the services, or before they start. @returns the version before, and what was done */
export async function migrateAt(
  { uri, dbName }: { readonly uri: string; readonly dbName: string },
  migrations: Migrations,
  how?: HowToMigrate,
): Promise<{ from: number; steps: MigrationStep[] }> {
  const options = { dbName: databaseOf(uri, dbName), serverSelectionTimeoutMS: 10_000 };
  const connection = await createConnection(uri, options).asPromise();
  try {
    const db = connection.db as mongo.Db;
    const from = await versionOf(db);
    return { from, steps: await migrate(db, migrations, how) };
  } finally {
    await connection.close();
  }
}
