import { describe, expect, it } from '@jest/globals';
import { countSms, smsLength } from './count-sms.js';

const LINK = 'https://extranet.example/i/abcdefghijklmnop';
const whole = (body: string) => `ODS 1042 - ${body} ${LINK} Claire Moreau`;

describe('countSms', () => {
  it('counts what was typed and what leaves', () => {
    const typed = 'Nouvelle demande, merci de cliquer ici :';
    const count = countSms(typed, whole);
    // The manual's example: "40 caractères ont été saisis, pour un SMS".
    expect(count.typed).toEqual({ characters: 40, sms: 1, encoding: 'GSM-7' });
    expect(count).toMatchObject({ characters: whole(typed).length, sms: 1, encoding: 'GSM-7' });
    expect(count.transliterated).toBeUndefined();
  });

  it('is honest about characters that cost more, and offers others', () => {
    const typed = 'Votre reçu est prêt, merci de répondre ici :';
    const count = countSms(typed, whole);
    expect(count).toMatchObject({ encoding: 'UCS-2', sms: 2, outsideGsm7: ['ç', 'ê'] });
    expect(count.transliterated).toEqual({ text: 'Votre recu est pret, merci de répondre ici :', sms: 1 });
  });

  it('counts a character written with an escape twice', () => {
    expect(smsLength('10 €')).toEqual({ characters: 5, sms: 1, encoding: 'GSM-7' });
  });

  it.each([
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
  ])('makes of %i characters %i SMS', (characters, sms) => {
    expect(smsLength('a'.repeat(characters)).sms).toBe(sms);
  });
});
