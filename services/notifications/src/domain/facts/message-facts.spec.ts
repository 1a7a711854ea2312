import { describe, expect, it } from '@jest/globals';
import { aFact, aMission } from '../../testing/facts.builder.js';
import { messageFacts } from './message-facts.js';
import type { Audience } from '../template-codes.js';

const factsFor = (audience: Audience) =>
  messageFacts(aFact('WorkOrderRequested'), { audience, recipientName: 'X', mission: aMission() });

describe('messageFacts', () => {
  it('keeps the digicode from everyone but the contractor and the manager', () => {
    expect(JSON.stringify(factsFor('contractor'))).toContain('12B34');
    expect(JSON.stringify(factsFor('manager'))).toContain('12B34');
    expect(JSON.stringify(factsFor('notified'))).not.toContain('12B34');
    expect(JSON.stringify(factsFor('contact'))).not.toContain('12B34');
  });

  it('gives the contact persons to the contractor only', () => {
    expect(factsFor('contractor').contacts).toHaveLength(1);
    expect(factsFor('notified').contacts).toBeUndefined();
  });

  it('tells of dropped visits who was invited to them, no colleague and no other contractor', () => {
    const closing = (audience: Audience) =>
      messageFacts(aFact('TicketClosed'), { audience, recipientName: 'X', mission: aMission() });
    expect(closing('notified').visits).toHaveLength(1);
    expect(closing('contact').visits).toHaveLength(1);
    expect(closing('contractor').visits).toBeUndefined();
    expect(closing('manager').visits).toBeUndefined();
  });

  it('gives the notified their own description', () => {
    expect(factsFor('notified').ticket.description).toBe('Une fuite a été signalée.');
  });
});
