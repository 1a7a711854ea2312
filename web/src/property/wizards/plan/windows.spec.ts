import { describe, expect, it } from '@jest/globals';
import { UNIT_SCREENS } from '../fields/unit-screens.js';
import { lastTouched } from './windows.js';

const touched = (content: object): string | undefined => UNIT_SCREENS[lastTouched(UNIT_SCREENS, content)]?.id;

describe('the windows of a unit', () => {
  it.each([
    [{}, 'building'],
    [{ building: { name: 'Les Tilleuls' }, unit: { source: 'NEW', rooms: 0, furnished: false } }, 'building'],
    [{ unit: { physicalCode: { value: 'T-1', typed: false } } }, 'building'],
    [{ unit: { rcpNumber: '12' } }, 'unit'],
    [{ unit: { rcpNumber: '12', rooms: 3 } }, 'size'],
    [{ unit: { energy: { energyClass: 'C' } } }, 'diagnostics'],
    [{ unit: { rcpNumber: '12', keyNumbers: ['12A'] } }, 'documents'],
  ])('%j was left at %s', (content, id) => {
    expect(touched(content)).toBe(id);
  });
});
