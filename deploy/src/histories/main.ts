import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifySecurityLogs } from '@intervia/directory';
import { verifyHistories } from '@intervia/tickets';
import type { Breach } from '@intervia/tickets';
import { readRunFile } from '../launcher/run-file.js';
import { keptHistoryKey } from '../launcher/secrets.js';

const DEFAULT_DATA = '.intervia';
const TICKETS_DB = 'intervia_tickets';
const DIRECTORY_DB = 'intervia_directory';
const SHOWN = 50;
const EXIT_BROKEN = 2;

const SAID: Readonly<Record<Breach, (entry: number) => string>> = {
  changed: (entry) => `entry ${entry + 1} was changed, dropped or moved`,
  cut: (entry) => `it was anchored with ${entry + 1} entries, and these are not there any more`,
  gone: () => 'it was anchored, and is neither there nor deleted',
};

/** In a container the variables of the service say where; beside the launcher, its data folder does. */
function whereFrom(data: string) {
  const { MONGODB_URI, HISTORY_KEY, ANCHORS_DIR } = process.env;
  const mongoUri = MONGODB_URI ?? readRunFile(data)?.mongo;
  const historyKey = HISTORY_KEY ?? keptHistoryKey(data);
  if (mongoUri === undefined || historyKey === undefined) {
    throw new Error(
      `Nothing runs on ${data}. Start the platform (npm start), or set MONGODB_URI, HISTORY_KEY and ANCHORS_DIR.`,
    );
  }
  return {
    ...{ mongoUri, historyKey, dbName: TICKETS_DB },
    anchorsDir: ANCHORS_DIR ?? resolve(data, 'anchors'),
  };
}

try {
  const { values } = parseArgs({ options: { data: { type: 'string', default: DEFAULT_DATA } } });
  const where = whereFrom(resolve(values.data));
  const { tickets, entries, anchored, broken } = await verifyHistories(where);
  for (const { agencyId, ticketId, number, breach, entry } of broken.slice(0, SHOWN))
    console.log(`BROKEN ${agencyId} ticket ${number || ticketId}: ${SAID[breach](entry)}`);
  if (broken.length > SHOWN) console.log(`… and ${broken.length - SHOWN} more`);
  console.log(
    `${tickets} histories, ${entries} entries, ${where.historyKey ? 'keyed' : 'without a key'}, ${anchored} anchored: ` +
      (broken.length === 0 ? 'whole' : `${broken.length} broken`),
  );
  const logs = await verifySecurityLogs({ ...where, dbName: DIRECTORY_DB, now: new Date() });
  for (const [agencyId, entry] of logs.broken)
    console.log(`BROKEN ${agencyId} log of security: entry ${entry} was changed, or one before it dropped`);
  for (const { agencyId, seq, day } of logs.cut.values())
    console.log(
      `BROKEN ${agencyId} log of security: entry ${seq}, anchored on ${day}, is not there any more`,
    );
  const wrong = logs.broken.size + logs.cut.size;
  console.log(
    `logs of security: ${logs.entries} entries, ${logs.anchored} anchors, ${wrong === 0 ? 'whole' : 'broken'}`,
  );
  process.exitCode = broken.length + wrong === 0 ? 0 : EXIT_BROKEN;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
