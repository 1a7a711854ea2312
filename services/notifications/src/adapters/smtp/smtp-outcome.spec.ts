import { describe, expect, it } from '@jest/globals';
import type { SmtpError } from './smtp-outcome.js';
import { outcomeOfAcceptance, outcomeOfError } from './smtp-outcome.js';

const error = (overrides: Partial<SmtpError>): SmtpError => ({ message: 'said no', ...overrides });

describe('outcomeOfError', () => {
  it.each([
    ['a server that cannot be reached', error({ code: 'ECONNECTION' }), false, 'deferred'],
    ['a connection lost while the mail was being written', error({ code: 'ECONNECTION' }), false, 'deferred'],
    ['a connection lost after the last byte', error({ code: 'ECONNECTION' }), true, 'unknown'],
    ['a temporary refusal of the mail', error({ code: 'EMESSAGE', responseCode: 451 }), true, 'deferred'],
    ['a final refusal of the mail', error({ code: 'EMESSAGE', responseCode: 554 }), true, 'refused'],
    ['a wrong password', error({ code: 'EAUTH', responseCode: 535 }), false, 'deferred'],
    ['an address that is none', error({ code: 'EENVELOPE' }), false, 'refused'],
    [
      'recipients all refused, one of them for now',
      error({
        code: 'EENVELOPE',
        rejectedErrors: [error({ responseCode: 550 }), error({ responseCode: 450 })],
      }),
      false,
      'deferred',
    ],
    [
      'recipients all refused for good',
      error({
        code: 'EENVELOPE',
        rejectedErrors: [error({ responseCode: 550 }), error({ responseCode: 551 })],
      }),
      false,
      'refused',
    ],
  ])('takes %s as it is', (_name, failure, handedOver, expected) => {
    expect(outcomeOfError(failure, handedOver).kind).toBe(expected);
  });
});

describe('outcomeOfAcceptance', () => {
  it('tells recipients to try again from recipients refused for good', () => {
    const rejected = [
      error({ message: '550 unknown', responseCode: 550, recipient: 'a@b.example' }),
      error({ message: '451 later', responseCode: 451, recipient: 'c@d.example' }),
    ];
    expect(outcomeOfAcceptance(rejected)).toEqual({
      kind: 'accepted',
      later: ['c@d.example'],
      refusals: ['550 unknown'],
    });
  });
});
