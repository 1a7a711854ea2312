import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DIRECTORY_MIGRATIONS } from '@intervia/directory';
import { migrateAt } from '@intervia/mongo';
import { TICKET_MIGRATIONS } from '@intervia/tickets';
import { readRunFile } from '../launcher/run-file.js';

const DEFAULT_DATA = '.intervia';

/** By database; the other services have stored nothing yet that had to be changed. */
const MIGRATIONS = { intervia_directory: DIRECTORY_MIGRATIONS, intervia_tickets: TICKET_MIGRATIONS };

/** In a container a variable says where; beside the launcher, its data folder does. */
function uriFrom(data: string): string {
  const uri = process.env['MONGODB_URI'] ?? readRunFile(data)?.mongo;
  if (uri === undefined)
    throw new Error(`Nothing runs on ${data}. Start the platform (npm start), or set MONGODB_URI.`);
  return uri;
}

/** What each service does as it starts, told beforehand, or done beforehand. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: DEFAULT_DATA },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const dryRun = values['dry-run'];
  const uri = uriFrom(resolve(values.data));
  for (const [dbName, migrations] of Object.entries(MIGRATIONS)) {
    const { from, steps } = await migrateAt({ uri, dbName }, migrations, { dryRun });
    console.log(`${dbName}: version ${from} of ${migrations.length}`);
    for (const { version, title, documents } of steps)
      console.log(`  ${version}. ${title}: ${documents} documents ${dryRun ? 'would change' : 'changed'}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
