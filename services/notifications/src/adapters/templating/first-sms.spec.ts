import { describe, expect, it } from '@jest/globals';
import { smsLength } from '../../application/templates/count-sms.js';
import { troubleAndPlace } from './first-sms.js';

/** All that stands beside it: number, body, link and agency. */
const beside = (length: number) => 'x'.repeat(length);
const LONG = 'Infiltration par la terrasse du dernier étage';
const AVENUE = '124 avenue du Général de Gaulle, 69003 Lyon';

describe('what is wrong and where, in a first SMS', () => {
  it.each([
    ['Fuite', '4 rue des Lilas, 75011 Paris', 100, 'Fuite, 4 rue des Lilas, 75011 Paris'],
    ['Fuite sous l’évier', '4 rue des Lilas, 75011 Paris', 120, "Fuite sous l'évier, 4 rue des Lilas"],
    ['Fuite', 'Les Lilas', 120, 'Fuite, Les Lilas'],
    ['Fuite', '', 120, 'Fuite'],
  ])('of %s, %s beside %d characters is %s', (subject, place, length, told) => {
    expect(troubleAndPlace(subject, place, beside(length))).toBe(told);
  });

  it('is shortened to one SMS as long as both can be read', () => {
    for (const length of [60, 90, 110, 125, 129]) {
      const told = troubleAndPlace(LONG, AVENUE, beside(length));
      expect(told).toMatch(/^Infiltration.*, 124 avenue/);
      expect(smsLength(`${beside(length)} ${told}`)).toMatchObject({ sms: 1, encoding: 'GSM-7' });
    }
  });

  it('makes two SMS rather than telling nothing', () => {
    const told = troubleAndPlace(LONG, AVENUE, beside(150));
    expect(told).toBe('Infiltration par la terrasse du dernier étage, 124 avenue du Général de Gaulle');
  });
});
