import { describe, expect, it } from '@jest/globals';
import { withDigicode, withoutDigicode } from './digicode.js';

describe('the code of a door (manual, "Digicode")', () => {
  it.each([
    ['below the text', 'L’eau coule.', 'L’eau coule.\n\nDigicode : B1234'],
    ['alone where there is no text', '', 'Digicode : B1234'],
    ['once, where somebody typed it', 'Entrée : Digicode : B1234', 'Entrée : Digicode : B1234'],
  ])('is read %s', (_how, text, expected) => {
    expect(withDigicode(text, 'B1234')).toBe(expected);
  });

  it('leaves a text alone where the place has none', () => {
    expect(withDigicode('L’eau coule.', '')).toBe('L’eau coule.');
    expect(withoutDigicode('Digicode : B1234', '')).toBe('Digicode : B1234');
  });

  it('is told apart from a text that holds it', () => {
    expect(withoutDigicode('Fuite\n\nDigicode : B1234', 'B1234')).toBe('Fuite');
    expect(withoutDigicode('Digicode : C9', 'B1234')).toBe('Digicode : C9');
  });
});
