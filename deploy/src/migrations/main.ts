import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDirectory } from '@intervia/directory';
import { migrateTickets } from '@intervia/tickets';
import { readRunFile } from '../launcher/run-file.js';

const DEFAULT_DATA = '.intervia';

/** By database; the other services have stored nothing yet that had to be changed. */
const MIGRATE = { intervia_directory: migrateDirectory, intervia_tickets: migrateTickets };

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
  for (const [dbName, migrate] of Object.entries(MIGRATE)) {
    const { from, known, steps } = await migrate({ uri, dbName }, dryRun);
    console.log(`${dbName}: version ${from} of ${known}`);
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
