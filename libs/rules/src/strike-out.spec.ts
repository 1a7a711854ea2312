import { describe, expect, it } from '@jest/globals';
import { STRUCK_OUT, isPerson, strikingOut } from './strike-out.js';
import type { PersonMarks } from './strike-out.js';

const MARKS: PersonMarks = {
  partyId: 'p7',
  names: ['Hélène Morvan', 'Mme Morvan'],
  mails: ['h.morvan@essais.example'],
  phones: ['+33639980123'],
};
const strike = strikingOut(MARKS);

describe('striking somebody out', () => {
  it.each([
    ['Rappeler Hélène  Morvan.', `Rappeler ${STRUCK_OUT}.`],
    ['MORVAN HÉLÈNE a écrit', `${STRUCK_OUT} a écrit`],
    ['Voir Mme Morvan au 06 39 98 01 23 svp', `Voir ${STRUCK_OUT} au ${STRUCK_OUT} svp`],
    ['+33 6 39 98 01 23 / 0033639980123', `${STRUCK_OUT} / ${STRUCK_OUT}`],
    ['écrire à H.Morvan@essais.example', `écrire à ${STRUCK_OUT}`],
  ])('finds her in “%s”', (text, left) => {
    expect(strike(text)).toBe(left);
  });

  it.each(['Hélène Morvandieu', 'Morvan', '06 39 98 01 24', 'xh.morvanAessais.example', '106399801234'])(
    'leaves “%s”, which is not her',
    (text) => {
      expect(strike(text)).toBe(text);
    },
  );

  it('empties addresses and her id, and leaves ids of others and what is no text', () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const struck = strike({
      at,
      count: 3,
      requester: {
        partyId: 'p7',
        name: 'Hélène Morvan',
        mails: ['h.morvan@essais.example', ''],
        mobiles: ['+33639980123'],
      },
      actor: { kind: 'REQUESTER', id: 'p7', name: 'Hélène Morvan' },
      other: { id: 'p7', partyId: 'p8', mails: ['a@b.example'] },
    });
    expect(struck).toEqual({
      at,
      count: 3,
      requester: { partyId: '', name: STRUCK_OUT, mails: [''], mobiles: [] },
      actor: { kind: 'REQUESTER', id: '', name: STRUCK_OUT },
      other: { id: 'p7', partyId: 'p8', mails: ['a@b.example'] },
    });
    expect(strike(struck)).toEqual(struck);
  });

  it('finds whoever has a hyphen in their name or mail', () => {
    const hyphens = { ...MARKS, names: ['Jean-Paul Le Goff'], mails: ['jean-paul@le-goff.example'] };
    expect(strikingOut(hyphens)('Jean-Paul Le Goff, jean-paul@le-goff.example')).toBe(
      `${STRUCK_OUT}, ${STRUCK_OUT}`,
    );
  });

  it('reads no pattern into what somebody is called', () => {
    expect(strikingOut({ ...MARKS, names: ['.*', 'A+B [x] (y)'] })('tout A+B [x] (y) reste')).toBe(
      `tout ${STRUCK_OUT} reste`,
    );
  });
});

describe('knowing somebody', () => {
  const nobody = { partyId: '', names: [], mails: [], phones: [] };
  it('goes by id, mail or telephone', () => {
    expect(isPerson(MARKS, { partyId: 'p7' })).toBe(true);
    expect(isPerson(MARKS, { mails: ['H.MORVAN@essais.example'] })).toBe(true);
    expect(isPerson(MARKS, { phone: '06 39 98 01 23' })).toBe(true);
    expect(isPerson(MARKS, { partyId: 'p8', mails: [], mobiles: [], phone: '' })).toBe(false);
  });
  it('goes by a name where nothing else is known', () => {
    expect(isPerson(MARKS, { name: 'Hélène Morvan' })).toBe(false);
    expect(isPerson({ ...nobody, names: ['Hélène Morvan'] }, { name: 'hélène morvan' })).toBe(true);
    expect(isPerson(nobody, { partyId: '', name: '' })).toBe(false);
  });
});
