import { describe, expect, it } from '@jest/globals';
import { EntryNames, safeName } from './entry-names.js';

describe('safeName', () => {
  it.each([
    ['Devis n°12 – été.pdf', 'Devis n°12 – été.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\photos\\a.jpg', 'C__photos_a.jpg'],
    ['con.txt', '_con.txt'],
    ['facture\u202Efdp.exe', 'facturefdp.exe'],
    ['a\u0000b\n.pdf', 'a_b_.pdf'],
    ['  . ', 'document'],
    ['...', 'document'],
    ['fin. ', 'fin'],
  ])('%j → %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('shortens the name and keeps its extension', () => {
    expect(safeName(`${'é'.repeat(300)}.pdf`)).toBe(`${'é'.repeat(116)}.pdf`);
  });
});

describe('EntryNames', () => {
  it('gives no name twice, whatever the case', () => {
    const names = new EntryNames();
    expect(['photo.jpg', 'Photo.JPG', 'photo.jpg'].map((name) => names.claim('Preuves', name))).toEqual([
      'Preuves/photo.jpg',
      'Preuves/Photo (2).JPG',
      'Preuves/photo (3).jpg',
    ]);
    expect(names.claim('Factures', 'photo.jpg')).toBe('Factures/photo.jpg');
  });

  it('does not run into a name that looks like a second one', () => {
    const names = new EntryNames();
    expect(['a.jpg', 'a (2).jpg', 'a.jpg'].map((name) => names.claim('P', name))).toEqual([
      'P/a.jpg',
      'P/a (2).jpg',
      'P/a (3).jpg',
    ]);
  });
});
