import { describe, expect, it } from '@jest/globals';
import { isWorthwhile } from './idle-memory.js';

const MB = 2 ** 20;

describe('giving back memory', () => {
  it.each([
    ['after a boot, when nothing is to do', { utilization: 0.01, heapBytes: 240 * MB, keptBytes: 0 }, true],
    ['not while somebody waits', { utilization: 0.4, heapBytes: 240 * MB, keptBytes: 0 }, false],
    ['not again for nothing', { utilization: 0.01, heapBytes: 130 * MB, keptBytes: 110 * MB }, false],
    ['again after a busy time', { utilization: 0.01, heapBytes: 200 * MB, keptBytes: 110 * MB }, true],
  ])('%s', (_when, look, expected) => {
    expect(isWorthwhile(look)).toBe(expected);
  });
});
