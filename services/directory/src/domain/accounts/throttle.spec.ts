import { describe, expect, it } from '@jest/globals';
import { passwordLimits } from './throttle.js';

const office = { device: 'd', address: '203.0.113.7', label: 'Firefox' };
const keys = (...args: Parameters<typeof passwordLimits>) => passwordLimits(...args).map(({ key }) => key);

describe('limits of guessing', () => {
  it('never count a known browser with others, whatever happens elsewhere', () => {
    const strangers = keys('user:a@b.example', { ...office, device: 'other' }, false);
    for (const key of keys('user:a@b.example', office, true)) expect(strangers).not.toContain(key);
    expect(keys('user:a@b.example', office, true)).not.toEqual(keys('user:c@d.example', office, true));
  });

  it('count strangers at one account by place and together, and an address at all accounts', () => {
    const here = keys('user:a@b.example', office, false);
    const there = keys('user:a@b.example', { ...office, address: '203.0.113.8' }, false);
    expect(here.filter((key) => there.includes(key))).toEqual(['password|user:a@b.example']);
    expect(here.filter((key) => keys('user:c@d.example', office, false).includes(key))).toEqual([
      'address|203.0.113.7',
    ]);
  });
});
