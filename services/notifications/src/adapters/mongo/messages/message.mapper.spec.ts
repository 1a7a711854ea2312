import { describe, expect, it } from '@jest/globals';
import type { MessageDocument } from './message.schema.js';
import { toMessage } from './message.mapper.js';

describe('a stored message', () => {
  it.each([
    ['work-order-requested', 'WorkOrderRequested'],
    ['pre-ticket-received', 'PreTicketReceived'],
    ['TicketClosed', 'TicketClosed'],
  ])('speaks of %s as %s', (stored, fact) => {
    const document = { _id: 'm', facts: { fact: stored } } as unknown as MessageDocument;
    expect(toMessage(document).facts.fact).toBe(fact);
  });
});
