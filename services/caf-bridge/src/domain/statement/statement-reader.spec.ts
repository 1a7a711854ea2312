import type { AppError } from '@intervia/rules';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { theLayout } from '../../samples/builders.js';
import { statementText } from '../../samples/statement-text.js';
import type { BlockDraft } from '../../samples/statement-text.js';
import { LineCutter } from './lines.js';
import type { StatementLine } from './detail-record.js';
import { StatementReader, sameLandlord } from './statement-reader.js';

const LAYOUT = theLayout('statement-1.0');

function read(
  bytes: Buffer,
  isOurs = ({ bailleur }: { bailleur: string }) => sameLandlord(bailleur, '00012345'),
  chunk = 1_000,
) {
  const lines: StatementLine[] = [];
  const reader = new StatementReader(LAYOUT, (line) => lines.push(line.line()), isOurs);
  const cutter = new LineCutter();
  for (let at = 0; at < bytes.length; at += chunk) {
    cutter.push(bytes.subarray(at, at + chunk), (line) => reader.push(line));
  }
  const shape = cutter.end((line) => reader.push(line));
  return { lines, shape, summary: reader.end() };
}

const TWO: readonly BlockDraft[] = [
  {
    lines: [
      { lastName: 'BŒUF'.replace('Œ', 'OE') },
      { lastName: 'LEFÈVRE', amountCents: 180_55, withheldCents: 20_00 },
    ],
  },
  { aidType: '999', label: 'REGULARISATIONS', lines: [{ month: '2026-05', amountCents: 12_34 }] },
];

function refusal(bytes: Buffer): Pick<AppError, 'code' | 'params'> {
  try {
    read(bytes);
  } catch (error) {
    const { code, params } = error as AppError;
    return { code, params };
  }
  throw new Error('not refused');
}

describe('a statement', () => {
  it.each([
    ['ISO-8859-1', Buffer.from(statementText(TWO), 'latin1'), { encoding: 'ISO-8859-1', lineEnds: 'CRLF' }],
    ['UTF-8', Buffer.from(statementText(TWO), 'utf8'), { encoding: 'UTF-8', lineEnds: 'CRLF' }],
    [
      'LF',
      Buffer.from(statementText(TWO, { eol: '\n' }), 'latin1'),
      { encoding: 'ISO-8859-1', lineEnds: 'LF' },
    ],
    [
      'carriage returns alone',
      Buffer.from(statementText(TWO, { eol: '\r' }), 'latin1'),
      { encoding: 'ISO-8859-1', lineEnds: 'CR' },
    ],
    ['a mark in front', Buffer.from(`\ufeff${statementText(TWO)}`, 'utf8'), { encoding: 'UTF-8' }],
    ['lines of 300', Buffer.from(statementText(TWO, { width: 300 }), 'latin1'), { encoding: 'ISO-8859-1' }],
    ['the least that a line holds', Buffer.from(statementText(TWO, { width: 0 }), 'latin1'), {}],
  ])('is read in %s, block by block', (_what, bytes, shape) => {
    for (const chunk of [1, 7, 1_000_000]) {
      const found = read(bytes, undefined, chunk);
      expect(found.shape).toMatchObject(shape);
      expect(found.lines.map(({ lastName }) => lastName)).toEqual(['BOEUF', 'LEFÈVRE', 'LEFEVRE']);
      expect(found.lines[1]).toEqual({
        ...{ number: 3, block: 1, aidType: 'APL', reference: 'CAF000000000000002', allocataire: '1000001' },
        ...{
          lastName: 'LEFÈVRE',
          firstName: 'ZOE',
          month: '2026-07',
          amountCents: 180_55,
          withheldCents: 20_00,
        },
      });
      expect(found.summary).toMatchObject({
        ...{ organisme: '075', bailleur: '12345', months: ['2026-05', '2026-07'], aidTypes: ['900', '999'] },
        ...{ lines: 3, amountCents: 442_89, withheldCents: 20_00 },
        blocks: [
          { number: 1, date: '2026-08-05', label: 'PAIEMENT MENSUEL', lines: 2, amountCents: 430_55 },
          { number: 2, aidType: '999', label: 'REGULARISATIONS', lines: 1, amountCents: 12_34 },
        ],
      });
    }
  });

  it('has mixed line ends and an end mark of old programs', () => {
    const mixed = statementText(TWO).replace('\r\n', '\n');
    for (const chunk of [1, 7, 1_000]) {
      expect(read(Buffer.from(`${mixed}\u001a`, 'latin1'), undefined, chunk).shape).toMatchObject({
        lineEnds: 'MIXED',
      });
    }
  });
});

describe('a statement that is refused', () => {
  const text = statementText(TWO);
  const lines = text.split('\r\n');
  const latin1 = (changed: string) => Buffer.from(changed, 'latin1');
  const without = (...numbers: number[]) =>
    latin1(lines.filter((_, index) => !numbers.includes(index + 1)).join('\r\n'));
  const changed = (number: number, change: (line: string) => string) =>
    latin1(lines.map((line, index) => (index + 1 === number ? change(line) : line)).join('\r\n'));

  it.each<[string, Buffer, string, Record<string, string>]>([
    ['nothing', latin1(''), 'EMPTY', {}],
    ['only its beginning', latin1(lines.slice(0, 7).join('\r\n')), 'CUT_OFF', { line: '7' }],
    [
      'cut within a line',
      latin1(text.slice(0, text.indexOf('LEF'))),
      'LINE_CUT',
      { line: '3', field: 'lastName' },
    ],
    ['a line lost', without(3), 'WRONG_COUNT', { line: '4', field: 'details', told: '2', found: '1' }],
    [
      'a wrong total',
      latin1(statementText([{ ...TWO[0]!, told: { amountCents: 430_56 } }])),
      'WRONG_TOTAL',
      { line: '5', field: 'amount', told: '43056', found: '43055', difference: '1' },
    ],
    [
      'a wrong total withheld',
      latin1(statementText([{ ...TWO[0]!, told: { withheldCents: 0 } }])),
      'WRONG_TOTAL',
      { field: 'withheld', difference: '-2000' },
    ],
    [
      'letters for an amount',
      changed(3, (line) => line.replace('00000018055', '0000001805O')),
      'FIELD_INVALID',
      { line: '3', field: 'amount', value: '0000001805O' },
    ],
    [
      'month 13',
      changed(2, (line) => line.replace('2607    ', '2613    ')),
      'FIELD_INVALID',
      { line: '2', field: 'month', value: '13' },
    ],
    [
      '31 February',
      changed(1, (line) => line.replace('050826', '310226')),
      'FIELD_INVALID',
      { line: '1', field: 'date' },
    ],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF_16', { line: '1' }],
    ['UTF-16 without', Buffer.from(text, 'utf16le').swap16(), 'UTF_16', { line: '1' }],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 10]), 'BINARY', { line: '1' }],
    ['another text', latin1('Bonjour,\r\n'), 'RECORD_UNKNOWN', { line: '1', code: 'Bonj' }],
    ['endless', Buffer.alloc(10_000, 'a'), 'LINE_TOO_LONG', { line: '1' }],
    ['details before the issuer', without(1), 'RECORD_MISPLACED', { line: '1', code: '0602' }],
    [
      'of another landlord',
      latin1(statementText(TWO, { bailleur: '99999' })),
      'OTHER_LANDLORD',
      { line: '1', organisme: '075', bailleur: '99999' },
    ],
    [
      'with a line of another landlord',
      changed(3, (line) => line.replace('07512345', '07599999')),
      'LANDLORDS_MIXED',
      { line: '3', bailleur: '99999', first: '12345' },
    ],
  ])('for %s', (_what, bytes, code, params) => {
    expect(refusal(bytes)).toMatchObject({ code: `CAF_STATEMENT_${code}`, params });
  });
});

describe('any statement', () => {
  it('has the sums of its lines, however it is cut into chunks', () => {
    const amounts = fc.array(fc.tuple(fc.nat({ max: 99_999_999 }), fc.nat({ max: 9_999_999 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 500 }),
        (drawn, chunk) => {
          const blocks = drawn.map((lines) => ({
            lines: lines.map(([amountCents, withheldCents]) => ({ amountCents, withheldCents })),
          }));
          const { summary } = read(Buffer.from(statementText(blocks), 'latin1'), undefined, chunk);
          expect(summary.amountCents).toBe(drawn.flat().reduce((sum, [amount]) => sum + amount, 0));
          expect(summary.withheldCents).toBe(drawn.flat().reduce((sum, [, withheld]) => sum + withheld, 0));
          expect(summary.lines).toBe(drawn.flat().length);
        },
      ),
      { numRuns: 50 },
    );
  });
});
