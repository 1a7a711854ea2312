import { describe, expect, it } from '@jest/globals';
import { asOutage } from './outages.js';

const named = (name: string, message = 'away', more: object = {}): Error =>
  Object.assign(new Error(message), { name }, more);

describe('asOutage', () => {
  it.each([
    named('MongoServerSelectionError'),
    named('MongoNetworkError'),
    named('PoolClearedOnNetworkError'),
    named('MaxRetriesPerRequestError'),
    new Error('failed', { cause: named('MongoNotConnectedError') }),
    named('MongoServerError', 'the server is in quiesce mode', { code: 91 }),
    named('MongoServerError', 'cursor id 7 not found', { code: 43 }),
    named('MongoBulkWriteError', 'connection 3 closed', { errorResponse: named('MongoNetworkError') }),
    named('RequestError', 'connection disconnected'),
    named('Error', 'connect ECONNREFUSED 127.0.0.1:6379', { code: 'ECONNREFUSED' }),
    named('ReplyError', 'LOADING Redis is loading the dataset in memory'),
    named('Error', 'Connection is closed.'),
  ])('knows %s as what passes', (error) => {
    expect(asOutage(error)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', kind: 'unavailable' });
  });

  it.each([
    named('MongoServerError', 'No space left on device', { code: 14031 }),
    named('Error', 'ENOSPC: no space left on device, write', { code: 'ENOSPC' }),
    new Error('not stored', {
      cause: named('JetStreamApiError', 'insufficient storage resources available'),
    }),
  ])('knows %s as a full disk', (error) => {
    expect(asOutage(error)).toMatchObject({ code: 'STORAGE_FULL', kind: 'unavailable' });
  });

  it.each([
    new TypeError('x is not a function'),
    named('MongoServerError', 'duplicate', { code: 11000 }),
    named('MongoBulkWriteError', 'duplicate', { code: 11000, errorResponse: { code: 11000 } }),
    named('NotOfMongo', 'nine', { code: 43 }),
    named('RequestError', 'permissions violation'),
    'text',
  ])('takes %s for no outage', (error) => {
    expect(asOutage(error)).toBeUndefined();
  });
});
