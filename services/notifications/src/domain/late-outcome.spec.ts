import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../testing/message.builder.js';
import { afterBounce, afterReceipts } from './late-outcome.js';

const [ONE, TWO] = ['+33600000001', '+33600000002'];
const anSms = (overrides = {}) =>
  aMessage({ channel: 'sms', status: 'sent', addresses: [ONE, TWO], ...overrides });

describe('afterReceipts', () => {
  it.each([
    ['nothing is known', {}, undefined],
    ['one number is known', { [ONE]: 4 }, undefined],
    ['the other is on its way', { [ONE]: 4, [TWO]: 2 }, undefined],
    ['both telephones have it', { [ONE]: 4, [TWO]: 4 }, 'delivered'],
    ['one of two has it', { [ONE]: 4, [TWO]: 23 }, 'delivered'],
    ['neither has it', { [ONE]: 8, [TWO]: 24 }, 'failed'],
  ])('when %s', (_case, receipts, status) => {
    expect(afterReceipts(anSms(), receipts)?.status).toBe(status);
  });

  it('names the number that was missed', () => {
    const change = afterReceipts(anSms(), { [ONE]: 4, [TWO]: 23 });
    expect(change?.reason).toEqual({ code: 'SOME_REFUSED', detail: `${TWO} (23)` });
  });

  it('waits for no receipt of a number refused at once', () => {
    expect(afterReceipts(anSms({ refusals: [TWO] }), { [ONE]: 4 })?.status).toBe('delivered');
  });

  it('changes nothing before the acceptance is written down', () => {
    expect(afterReceipts(anSms({ status: 'sending' }), { [ONE]: 4, [TWO]: 4 })).toBeUndefined();
  });
});

describe('afterBounce', () => {
  const aMail = (overrides = {}) =>
    aMessage({ status: 'sent', addresses: ['a@b.example', 'c@d.example'], ...overrides });
  const bounce = { recipient: 'a@b.example', detail: '550 unknown' };

  it('keeps a mail sent that the other recipient has, and says who has not', () => {
    expect(afterBounce(aMail(), bounce)).toEqual({
      status: 'sent',
      reason: { code: 'SOME_REFUSED', detail: 'a@b.example : 550 unknown' },
      refusals: ['a@b.example : 550 unknown'],
    });
  });

  it('fails a mail that nobody has', () => {
    const change = afterBounce(aMail({ refusals: ['550 c@d.example unknown'] }), bounce);
    expect(change).toMatchObject({ status: 'failed', reason: { code: 'BOUNCED' } });
  });

  it('does not take the name of one recipient for another that ends like it', () => {
    const addresses = ['anne@d.example', 'marie-anne@d.example'];
    const late = { recipient: 'marie-anne@d.example', detail: '550 <marie-anne@d.example>. unknown' };
    expect(afterBounce(aMail({ addresses }), late)?.status).toBe('sent');
    const both = aMail({ addresses, refusals: ['550 <ANNE@d.example>. unknown'] });
    expect(afterBounce(both, late)?.status).toBe('failed');
  });

  it('counts a report once', () => {
    expect(afterBounce(aMail({ refusals: ['a@b.example : 550 unknown'] }), bounce)).toBeUndefined();
  });
});
