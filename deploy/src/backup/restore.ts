import { restore } from './backup.js';

/** Before the services start: by the launcher (`--restore DIR`), or in a container of an installation that is empty. */
const { MONGODB_URI, NATS_URL, NATS_PASSWORD_OPERATOR, BACKUP } = process.env;
if (!MONGODB_URI || !NATS_URL || !NATS_PASSWORD_OPERATOR || !BACKUP)
  throw new Error('MONGODB_URI, NATS_URL, NATS_PASSWORD_OPERATOR and BACKUP are needed');
const stores = { mongoUri: MONGODB_URI, nats: { url: NATS_URL, password: NATS_PASSWORD_OPERATOR } };
const { documents, streams } = await restore(stores, BACKUP);
console.log(`Restored ${documents} documents and ${streams.length} streams from ${BACKUP}.`);
