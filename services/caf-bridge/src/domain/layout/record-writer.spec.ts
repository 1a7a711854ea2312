import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldFault } from '../values/fault.js';
import type { LayoutField } from './layout.js';
import type { Value, Values } from './put.js';
import { RecordWriter } from './record-writer.js';

const aField = (over: Partial<LayoutField>): LayoutField => ({
  ...{ name: 'field', start: 1, len: 8, type: 'A', pad: 'spaces-right', source: 'value', required: false },
  ...{ format: 'upper' },
  ...over,
});

function writerOf(...fields: LayoutField[]) {
  const last = fields.at(-1)!;
  const writer = new RecordWriter(fields, last.start - 1 + last.len);
  return (values: Values, line = 1): { text: string; faults: FieldFault[] } => {
    const bytes = Buffer.alloc(writer.size);
    const faults: FieldFault[] = [];
    writer.write(bytes, 0, values, line, (fault) => faults.push(fault));
    return { text: bytes.toString('latin1'), faults };
  };
}

describe('a field', () => {
  it.each<[string, Partial<LayoutField>, Value, string]>([
    ['a text', {}, 'Noël', 'NOEL    \r\n'],
    ['spaces', {}, '  le   Mas ', 'LE MAS  \r\n'],
    ['a letter that is two', {}, 'Œuf', 'OEUF    \r\n'],
    ['an accent apart from its letter', {}, 'e\u0301te\u0301', 'ETE     \r\n'],
    ['a name too long', { format: 'name' }, 'Rue de la Paix', 'RUE DE L\r\n'],
    ['a name cut before a space', { format: 'name' }, 'Rochers de Nacre', 'ROCHERS \r\n'],
    ['a text too long that nobody needs', {}, 'Boulevard', '        \r\n'],
    ['a number as it is', { format: 'verbatim' }, ' aB1 ', ' aB1    \r\n'],
    ['a text with zeros', { format: 'verbatim', pad: 'zeros-left' }, '123', '00000123\r\n'],
    ['nothing, with zeros', { format: 'verbatim', pad: 'zeros-left' }, '', '00000000\r\n'],
    ['an amount', { format: 'number', pad: 'zeros-left' }, 1_234, '00001234\r\n'],
    ['an amount above 32 bits', { format: 'number', pad: 'zeros-left', len: 12 }, 5e11, '500000000000\r\n'],
    ['a number given as text', { format: 'number', pad: 'zeros-left' }, '075', '00000075\r\n'],
    ['a day', { format: 'date', pad: 'zeros-left' }, '2026-07-31', '20260731\r\n'],
    ['no day', { format: 'date', pad: 'zeros-left' }, '', '00000000\r\n'],
    ['the month of a day', { format: 'month', len: 6 }, '2026-07-31', '202607\r\n'],
    ['an hour', { format: 'time', len: 6 }, '10:15:30', '101530\r\n'],
    ['yes', { format: 'yes-no', len: 1 }, true, 'O\r\n'],
    ['not told', { format: 'yes-no', len: 1 }, undefined, 'N\r\n'],
  ])('takes %s', (_what, field, value, text) => {
    expect(writerOf(aField(field))({ value })).toEqual({ text, faults: [] });
  });

  it.each<[string, Partial<LayoutField>, Value, FieldFault['code']]>([
    ['nothing where something must be', { required: true }, ' ', 'MISSING'],
    ['Cyrillic', {}, 'Иван', 'NOT_WRITABLE'],
    ['an accent where nothing may change', { format: 'verbatim' }, 'é', 'NOT_WRITABLE'],
    ['too many characters', { required: true }, 'Boulevard', 'TOO_LONG'],
    ['too many digits', { format: 'number' }, 1e8, 'TOO_LARGE'],
    ['too many digits as text', { format: 'number' }, '123456789', 'TOO_LARGE'],
    ['less than nothing', { format: 'number' }, -1, 'NEGATIVE'],
    ['half a cent', { format: 'number' }, 0.5, 'NOT_A_NUMBER'],
    ['letters', { format: 'number' }, '12A', 'NOT_A_NUMBER'],
    ['a day without its month', { format: 'date' }, '2026', 'NOT_A_NUMBER'],
  ])('refuses %s', (_what, field, value, code) => {
    const { text, faults } = writerOf(aField(field))({ value });
    expect(faults).toEqual([expect.objectContaining({ code, field: 'field', limit: 8 })]);
    expect(text).toBe(`${' '.repeat(8)}\r\n`);
  });
});

describe('records in turn', () => {
  const fields = [
    aField({ name: 'line', start: 1, len: 4, format: 'number', pad: 'zeros-left', source: 'lineNumber' }),
    aField({ name: 'kind', start: 5, len: 2, source: '=06' }),
    aField({ name: 'name', start: 7, len: 6, source: 'name', format: 'name' }),
    aField({ name: 'filler', start: 13, len: 2, source: '' }),
    aField({ name: 'cents', start: 15, len: 5, source: 'cents', format: 'number', pad: 'zeros-left' }),
  ];

  it('each is what it would be alone, whatever came before', () => {
    const values = fc.record({
      name: fc.constantFrom('Zoé', 'Marie-Bernadette', '', 'Œ', 'Иван'),
      cents: fc.constantFrom<Value>(0, 7, 99_999, 100_000, -1, undefined),
    });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), (records) => {
        const inTurn = writerOf(...fields);
        for (const [index, record] of records.entries()) {
          expect(inTurn(record, index)).toEqual(writerOf(...fields)(record, index));
        }
      }),
    );
  });
});
