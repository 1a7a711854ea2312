import { describe, expect, it } from '@jest/globals';
import { parseOptions, UsageError } from './options.js';

const parse = (...args: string[]) => parseOptions(args, '/home/claire/intervia');

describe('the arguments of npm start', () => {
  it('has defaults for all', () => {
    expect(parse()).toMatchObject({
      split: false,
      port: 3000,
      anyPort: false,
      bare: false,
      pastOnly: false,
      dataDir: '/home/claire/intervia/.intervia',
    });
  });

  it('splits when a service has several replicas', () => {
    const { split, replicas } = parse('--replicas', 'tickets=2,notifications=3');
    expect(split).toBe(true);
    expect(replicas).toMatchObject({ tickets: 2, notifications: 3, gateway: 1 });
  });

  it.each([
    ['--replicas', 'tickets=0'],
    ['--replicas', 'tickets=17'],
    ['--replicas', 'unknown=2'],
    ['--port', 'http'],
    ['--port', '70000'],
    ['--no-such-option'],
  ])('refuses %s %s with the usage line', (...args) => {
    expect(() => parse(...args)).toThrow(UsageError);
    expect(() => parse(...args)).toThrow(/npm start -- /);
  });
});
