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
    'text',
  ])('takes %s for no outage', (error) => {
    expect(asOutage(error)).toBeUndefined();
  });
});
