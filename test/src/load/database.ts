import { startMongo } from '@intervia/testing';

/** The database in a process of its own, as it is on a running platform. */
const mongo = await startMongo();
process.once('SIGTERM', () => void mongo.stop().then(() => process.exit(0)));
process.send?.(mongo.uri);
