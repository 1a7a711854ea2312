import writeXlsxFile from 'write-excel-file/node';
import type { Table } from './sheets.js';

/** A sheet for each table. Cells are texts and numbers: nothing is a formula. */
export async function writeXlsx(tables: readonly Table[]): Promise<Buffer> {
  return writeXlsxFile(
    tables.map(({ title, columns, rows }) => ({
      sheet: title,
      columns: columns.map((_, at) => ({ width: at === 0 ? 42 : 16 })),
      data: [
        columns.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value) => ({ value }))),
      ],
    })),
  ).toBuffer();
}
