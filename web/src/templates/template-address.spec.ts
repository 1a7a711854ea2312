import { describe, expect, it } from '@jest/globals';
import { addressOf, codeAt } from './template-address.js';

describe('the address of a template', () => {
  it('has no dot, and leads back to its code', () => {
    expect(addressOf('work-order.contractor')).toBe('work-order_contractor');
    expect(codeAt(addressOf('work-order.contractor'))).toBe('work-order.contractor');
  });
});
