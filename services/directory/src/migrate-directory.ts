import { migrateAt } from '@intervia/mongo';
import type { Migrated } from '@intervia/mongo';
import { DIRECTORY_MIGRATIONS } from './adapters/mongo/migrations.js';

/** What the service does to its database as it starts, done or only counted beforehand. */
export const migrateDirectory = (
  where: { readonly uri: string; readonly dbName: string },
  dryRun: boolean,
): Promise<Migrated> => migrateAt(where, DIRECTORY_MIGRATIONS, { dryRun });
