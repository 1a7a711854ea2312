export { eventually } from './eventually.js';
export type { EventuallyOptions } from './eventually.js';
export { startMongo } from './mongo.js';
export type { MongoServer } from './mongo.js';
export { startNats } from './nats.js';
export { startRedis } from './redis.js';
export { freePort } from './process-server.js';
export type { RunningServer } from './process-server.js';
