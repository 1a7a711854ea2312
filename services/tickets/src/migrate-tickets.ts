import { migrateAt } from '@intervia/mongo';
import type { Migrated } from '@intervia/mongo';
import { TICKET_MIGRATIONS } from './adapters/mongo/migrations.js';

/** What the service does to its database as it starts, done or only counted beforehand. */
export const migrateTickets = (
  where: { readonly uri: string; readonly dbName: string },
  dryRun: boolean,
): Promise<Migrated> => migrateAt(where, TICKET_MIGRATIONS, { dryRun });
