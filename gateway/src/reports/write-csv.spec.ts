import { expect, it } from '@jest/globals';
import { writeCsv } from './write-csv.js';

it('writes numbers that French Excel reads as such, and texts that it neither breaks nor runs', () => {
  const rows = [['=1+1\nsuite', -3.5]];
  expect(writeCsv([{ title: 'Écarts', columns: ['Immeuble', 'Écart'], rows }])).toBe(
    '\uFEFF"Écarts"\r\n"Immeuble";"Écart"\r\n"\'=1+1\nsuite";-3,5\r\n\r\n',
  );
});
