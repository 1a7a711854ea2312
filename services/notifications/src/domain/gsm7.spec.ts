import { describe, expect, it } from '@jest/globals';
import { SegmentedMessage } from 'sms-segments-calculator';
import { toGsm7 } from './gsm7.js';

describe('toGsm7', () => {
  it.each([
    ['L’entrée est bloquée, ça presse', "L'entrée est bloquée, ca presse"],
    ['Être là où il faut', 'Etre là où il faut'],
    ['Œuvre, cœur, hôtel, août, naïve', 'OEuvre, coeur, hotel, aout, naive'],
    ['« Bonjour » – 14\u00a0h\u202f30…', '" Bonjour " - 14 h 30...'],
    ['à É ù è Ç 12 €', 'à É ù è Ç 12 €'],
    ['Łukasz Đặng, Işık', 'Lukasz Dang, Isik'],
    ['1 ½ h pour le ﬁltre', '1 1/2 h pour le filtre'],
    ['Ольга', "Ol'ga"],
    ['Fini 🎉 !', 'Fini  !'],
  ])('writes %s as %s', (text, expected) => {
    expect(toGsm7(text)).toBe(expected);
  });

  it('leaves nothing that would force UCS-2', () => {
    const text = toGsm7('ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸàâäçéèêëîïôöùûüÿœŒæÆ’“”«»–—…°²³•日本🎉\u00a0\u202f');
    expect(new SegmentedMessage(text).encodingName).toBe('GSM-7');
  });
});
