import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../testing/message.builder.js';
import { isReplaced, quietFor } from './coalesced.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 9, minutes));
const received = (id: string, minutes: number, template = 'quote-received.manager' as const) =>
  aMessage({ id, template, missionId: 'm1', channel: 'mail', queuedAt: at(minutes) });

describe('a quote that is replaced', () => {
  it('is told at once the first time, then once of all that follow within minutes', () => {
    const [first, second, third] = [received('1', 0), received('2', 2), received('3', 4)];
    expect(quietFor(first, [])).toBe(0);
    expect(quietFor(second, [first])).toBeGreaterThan(0);
    expect(quietFor(third, [first, second])).toBeGreaterThan(0);
    expect(isReplaced(second, [first, second, third])).toBe(true);
    expect(isReplaced(third, [first, second, third])).toBe(false);
  });

  it('is told at once again when it comes later, of another mission, or to somebody else', () => {
    const first = received('1', 0);
    expect(quietFor(received('2', 6), [first])).toBe(0);
    expect(quietFor({ ...received('2', 2), missionId: 'm2' }, [first])).toBe(0);
    expect(quietFor({ ...received('2', 2), addresses: ['other@x.example'] }, [first])).toBe(0);
  });

  it('is no request: those are never held back', () => {
    const request = (id: string, minutes: number) =>
      aMessage({ id, template: 'quote-request.contractor', missionId: 'm1', queuedAt: at(minutes) });
    expect(quietFor(request('2', 1), [request('1', 0)])).toBe(0);
    expect(isReplaced(request('1', 0), [request('2', 1)])).toBe(false);
  });
});
