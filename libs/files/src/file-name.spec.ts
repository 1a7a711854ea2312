import { describe, expect, it } from '@jest/globals';
import { nameFor } from './file-name.js';

describe('nameFor', () => {
  it.each([
    ['facture.pdf', 'application/pdf', 'facture.pdf'],
    ['Façade été 2026.JPG', 'image/jpeg', 'Façade été 2026.jpg'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\claire\\devis.docx', 'application/pdf', 'devis.docx.pdf'],
    ['facture.exe', 'application/pdf', 'facture.exe.pdf'],
    ['fa\u202Efdp.exe\r\nX: y', 'application/pdf', 'fafdp.exeX y.pdf'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['...', 'image/png', 'document.png'],
    ['', 'application/zip', 'document'],
    ['releve.csv', 'text/plain', 'releve.csv'],
  ])('%j of %s is %j', (given, mediaType, expected) => {
    expect(nameFor(given, mediaType)).toBe(expected);
  });

  it('keeps the extension of a name that is too long', () => {
    expect(nameFor(`${'é'.repeat(500)}.pdf`, 'application/pdf')).toBe(`${'é'.repeat(120)}.pdf`);
  });
});
