import { describe, expect, it } from '@jest/globals';
import { BeyondBudget, assertFits, byteLength } from './byte-budget.js';

const text = (bytes: number): { text: string } => ({ text: 'x'.repeat(bytes) });

describe('the byte budget of a document', () => {
  it('counts bytes, not letters', () => {
    expect(byteLength('é€')).toBe(7);
    expect(byteLength(undefined)).toBe(0);
  });

  it('refuses what outgrows it, with the code of the aggregate', () => {
    expect(() => assertFits('TICKET_FULL', text(50), { budget: 100 })).not.toThrow();
    expect(() => assertFits('TICKET_FULL', text(100), { budget: 100 })).toThrow(BeyondBudget);
    expect(() => assertFits('TICKET_FULL', text(100), { budget: 100 })).toThrow('TICKET_FULL');
  });

  it('lets one that was stored too large shrink', () => {
    expect(() => assertFits('X', text(150), { budget: 100, before: text(200) })).not.toThrow();
    expect(() => assertFits('X', text(150), { budget: 100, before: text(150) })).not.toThrow();
    expect(() => assertFits('X', text(151), { budget: 100, before: text(150) })).toThrow(BeyondBudget);
  });
});
