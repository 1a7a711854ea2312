export { openRedis } from './open-redis.js';
export { Workshop } from './workshop.js';
