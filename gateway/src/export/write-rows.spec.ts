import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { TicketRow } from '@intervia/contracts';
import {
  Module,
  ModuleSchema,
  Source,
  SourceSchema,
  Status,
  StatusSchema,
  TicketOptionsSchema,
  TicketRowSchema,
  TicketType,
  TicketTypeSchema,
} from '@intervia/contracts';
import { describe, expect, it } from '@jest/globals';
import { text } from 'node:stream/consumers';
import { COLUMNS, decimal, moment } from './columns.js';
import { writeRows } from './write-rows.js';

const BOM = '\uFEFF';
const aRow = (row: Omit<Partial<TicketRow>, '$typeName' | '$unknown'> = {}): TicketRow =>
  create(TicketRowSchema, {
    number: 1042,
    type: TicketType.SINGLE_QUOTE,
    status: Status.QUOTE_RECEIVED,
    module: Module.GERANCE,
    subject: 'Fuite sous évier',
    description: 'La cuisine\nest inondée ; « vite »',
    placeLabel: 'Les Tilleuls, Appartement 12',
    source: Source.PHONE,
    options: create(TicketOptionsSchema, { urgent: true, caretakerOpens: true }),
    amountCents: 123_450,
    openedAt: timestampFromDate(new Date('2026-07-14T22:30:00Z')),
    ...row,
  });

async function* of(...list: TicketRow[][]): AsyncGenerator<TicketRow[]> {
  yield* list;
}

describe('words', () => {
  it.each([
    ['type', 'Type', TicketTypeSchema],
    ['status', 'Statut', StatusSchema],
    ['module', 'Module', ModuleSchema],
    ['source', 'Source', SourceSchema],
  ] as const)('are there for every %s', (field, header, desc) => {
    const read = COLUMNS.find(([name]) => name === header)?.[1];
    for (const { number, name } of desc.values.filter((value) => value.number !== 0)) {
      const written = read?.(aRow({ [field]: number }));
      expect(written).toMatch(/\S/);
      // A code is no word; some words are short and all in capitals, but none has an underscore.
      expect({ name, written }).toEqual({ name, written: expect.not.stringMatching(/_/) });
    }
  });

  it('give moments as they are in Paris, and money as French Excel reads numbers', () => {
    expect(moment(timestampFromDate(new Date('2026-07-14T22:30:00Z')))).toBe('15/07/2026 00:30');
    expect(moment(undefined)).toBe('');
    expect([decimal(123_450), decimal(5), decimal(0)]).toEqual(['1234,50', '0,05', '']);
  });
});

describe('writeRows', () => {
  it('writes a CSV that opens in French Excel', async () => {
    const lines = (await text(writeRows(of([aRow()]), 'csv'))).split('\r\n');
    expect(lines[0]?.replace(BOM, '')).toBe(COLUMNS.map(([header]) => `"${header}"`).join(';'));
    expect(lines[1]).toBe(
      '"1042";"DS";"Devis reçu";"Gérance";"Fuite sous évier";"La cuisine\nest inondée ; « vite »";' +
        '"Les Tilleuls, Appartement 12";;;;;;"Téléphone";"Oui";"Oui";"1234,50";"15/07/2026 00:30";;',
    );
    expect(lines.slice(2)).toEqual(['']);
  });

  it('begins with the mark of UTF-8', async () => {
    const [first] = (await writeRows(of([]), 'csv').toArray()) as Buffer[];
    expect(first?.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it.each(['=1+1', '+33', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'lets Excel run nothing of %j',
    async (subject) => {
      const csv = await text(writeRows(of([aRow({ subject })]), 'csv'));
      expect(csv).toMatch(/;"'[=+\-@\t\r]/);
      const txt = await text(writeRows(of([aRow({ subject })]), 'txt'));
      expect(txt).toMatch(/\t"'[=+\-@]/);
    },
  );

  it('lets a lone line feed begin no row that a formula could stand in', async () => {
    const csv = await text(writeRows(of([aRow({ subject: 'Fuite\n=HYPERLINK("//x")' })]), 'csv'));
    expect(csv).toContain(';"Fuite\n=HYPERLINK(""//x"")";');
    const txt = await text(writeRows(of([aRow({ subject: 'Fuite\n=1+1' })]), 'txt'));
    expect(txt.split(/[\r\n]+/).filter((line) => line.startsWith('='))).toEqual([]);
  });

  it('writes a text of one line a ticket, with tabs', async () => {
    const written = await text(writeRows(of([aRow({ subject: '"un mot\tdeux' })], [aRow()]), 'txt'));
    const lines = written.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]?.split('\t')).toHaveLength(COLUMNS.length);
    expect(lines[1]).toContain('\t"""un mot deux"\t"La cuisine est inondée');
  });

  it('asks for a page only when the one before is on its way', async () => {
    let asked = 0;
    const page = Array.from({ length: 200 }, () => aRow({ description: 'x'.repeat(2_000) }));
    async function* endless() {
      for (;;) {
        asked++;
        yield page;
      }
    }
    const stream = writeRows(endless(), 'csv');
    const reader = stream[Symbol.asyncIterator]();
    await reader.next();
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(asked).toBe(1);
    await reader.return?.();
    expect(stream.destroyed).toBe(true);
  });

  it('breaks off when a page fails', async () => {
    async function* failing() {
      yield [aRow()];
      throw new Error('the service is away');
    }
    await expect(text(writeRows(failing(), 'csv'))).rejects.toThrow('the service is away');
  });
});
