import { describe, expect, it } from '@jest/globals';
import { OvhFailure } from './ovh-client.js';
import { outcomeOf } from './ovh-sms.transport.js';

describe('outcomeOf', () => {
  it.each([
    [undefined, 'unknown'],
    [500, 'unknown'],
    [503, 'unknown'],
    [429, 'deferred'],
    [403, 'deferred'],
    [402, 'deferred'],
    [400, 'refused'],
    [404, 'refused'],
  ])('takes HTTP %p as %s', (status, expected) => {
    expect(outcomeOf(new OvhFailure(status, 'said no')).kind).toBe(expected);
  });
});
