import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalFileStore } from '@intervia/files';
import type { FileStore } from '@intervia/files';
import { mobileOf } from '@intervia/french/phones';
import { withoutPosition } from '@intervia/pictures';
import { caseOf, linesOf, ofCases } from '@intervia/testing/cases';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FieldFault } from './http/problem.js';
import { reachOf } from './directory/reach.js';

const FRANCE = { region: 'FR', fictional: false } as const;

let folder: string;
let store: FileStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intervia-cases-'));
  store = await LocalFileStore.open(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, content: Buffer) => {
  const { name: kept, mediaType } = await store.put('a1', name, Readable.from([content]));
  return [kept, mediaType];
};

/** Addresses and mobiles as typed into one field. */
function typed(mails: string, mobiles = '') {
  const faults: FieldFault[] = [];
  const reach = reachOf({ mails, mobiles, channels: { mail: true, sms: false } }, '', FRANCE, faults);
  return { mails: reach.mails, mobiles: reach.mobiles, refused: faults.map(({ code }) => code) };
}

/** Exif's pointer to a position. */
const GPS_IFD = Buffer.from([0x88, 0x25]);
const GPS_IFD_LITTLE = Buffer.from([0x25, 0x88]);

ofCases(describe)('what failed once', () => {
  it.each([
    ['11-pdf-leading-bytes', 'saut-de-ligne.pdf', 'application/pdf'],
    ['12-protected-office', 'devis.xlsx', 'application/x-cfb'],
    ['13-latin1-text', 'devis.csv', 'text/plain'],
  ])('is taken under its name: %s, %s', async (kind, name, type) => {
    expect(await put(name, caseOf(kind, name))).toEqual([name, type]);
  });

  for (const [number = '', right = ''] of linesOf('14-dom-mobiles', 'numbers.txt', ' '))
    it(`is a mobile: ${number}`, () => {
      expect(mobileOf(number)).toBe(right);
      expect(typed('', number)).toEqual({ mails: [], mobiles: [right], refused: [] });
    });

  for (const [address = ''] of linesOf('17-invisible-in-address', 'addresses.txt', '\t'))
    it(`is an address without what nobody sees: ${JSON.stringify(address)}`, () =>
      expect(typed(address)).toEqual({ mails: ['a@exemple.fr'], mobiles: [], refused: [] }));

  it('is one reader', () => {
    const addresses = caseOf('20-duplicate-address', 'addresses.txt').toString('utf8');
    expect(typed(addresses).mails).toEqual(['a@exemple.fr']);
  });

  it('has lost where it was taken', () => {
    const photo = caseOf('22-exif-gps', 'gps.jpg');
    expect([GPS_IFD, GPS_IFD_LITTLE].some((mark) => photo.includes(mark))).toBe(true);
    const left = withoutPosition(photo);
    expect(left.equals(photo)).toBe(false);
    expect(left.length).toBe(photo.length);
  });
});

describe('of a kind with what failed', () => {
  const pdf = '%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n';
  const container = Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex');

  it.each([
    ['bytes before its head', 'scan.pdf', Buffer.concat([Buffer.from([0xff, 0, 7, 10]), Buffer.from(pdf)])],
    ['a byte order mark before its head', 'devis.pdf', Buffer.from(`\ufeff${pdf}`)],
    ['head lines of a printer', 'facture.pdf', Buffer.from(`\x1b%-12345X@PJL\r\n${pdf}`)],
  ])('is a PDF with %s', async (_, name, content) => {
    expect(await put(name, content)).toEqual([name, 'application/pdf']);
  });

  it.each(['contrat.docx', 'plan.pptx', 'ancien.xls'])('keeps its name in a container: %s', async (name) => {
    expect(await put(name, container)).toEqual([name, 'application/x-cfb']);
  });

  it.each([
    ['bloc-notes.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Réparé', 'utf16le')])],
    ['export.csv', Buffer.from('Prix;12 \x80\r\n', 'latin1')],
    ['liste.csv', Buffer.from('\ufeffRéférence;Montant\r\nÔté;12,5\r\n')],
  ])('is a text: %s', async (name, content) => {
    expect(await put(name, content)).toEqual([name, 'text/plain']);
  });

  it.each([
    ['0692 12 34 56', '+262692123456'],
    ['0693123456', '+262693123456'],
    ['0691 12 34 56', '+590691123456'],
    ['00 596 696 12 34 56', '+596696123456'],
    ['+33 (0)6 94 12 34 56', '+594694123456'],
    ['+262 639 12 34 56', '+262639123456'],
    ['0697123456', '+596697123456'],
  ])('is a mobile: %s', (number, right) => {
    expect(typed('', number)).toEqual({ mails: [], mobiles: [right], refused: [] });
  });

  it.each([
    ['\u2060a@exemple.fr', ['a@exemple.fr']],
    ['a\u00ad@exemple.fr\u200e', ['a@exemple.fr']],
    ['\u00a0a@exemple.fr\u202f', ['a@exemple.fr']],
    ['<a@exemple.fr>; A@Exemple.FR', ['a@exemple.fr']],
    ['Jean Roux <a@exemple.fr>', ['a@exemple.fr']],
    ['a@exemple.fr A@EXEMPLE.FR', ['a@exemple.fr']],
    ['mailto:a@exemple.fr', ['a@exemple.fr']],
  ])('is one address: %j', (addresses, right) => {
    expect(typed(addresses)).toEqual({ mails: right, mobiles: [], refused: [] });
  });
});
