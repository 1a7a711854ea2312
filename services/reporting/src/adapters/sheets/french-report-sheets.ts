import { TYPES } from '@intervia/french/words';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { ReportSheetsMaker } from '../../application/ports/report-writers.js';
import type { ReportSheets } from '../../application/ports/report-writers.js';
import type { ReportTicket } from '../../application/reports/report-content.js';
import { date, texts } from '../fr-reports.js';

type Cell = string | number;

const CENT = 100;
const WIDTHS = [10, 22, 42, 38, 13, 13, 34, 24, 13, 13, 60];
/** Excel takes no more in a cell. */
const MOST_LETTERS = 32_000;

/** For French Excel: no cell that it would run as a formula, each text in quotes. */
const FRENCH = {
  bom: true,
  delimiter: ';',
  record_delimiter: 'windows',
  escape_formulas: true,
  quoted_string: true,
} as const;

@Injectable()
export class FrenchReportSheets extends ReportSheetsMaker {
  begin(): ReportSheets {
    const rows: Cell[][] = [];
    return {
      add: (ticket) => void rows.push(rowOf(ticket)),
      xlsx: () =>
        writeXlsxFile([
          {
            sheet: texts.sheetName,
            columns: WIDTHS.map((width) => ({ width })),
            data: [
              texts.sheet.map((value) => ({ value, fontWeight: 'bold' as const })),
              ...rows.map((row) => row.map((value) => ({ value }))),
            ],
          },
        ]).toBuffer(),
      csv: () =>
        stringify([texts.sheet, ...rows], {
          ...FRENCH,
          cast: { number: (value) => ({ value: String(value).replace('.', ','), escape_formulas: false }) },
        }),
    };
  }
}

function rowOf({
  number,
  type,
  subject,
  place,
  requestedAt,
  closedAt,
  missions,
  description,
  isPrivate,
}: ReportTicket): Cell[] {
  const sum = (of: (mission: ReportTicket['missions'][number]) => number): number =>
    missions.reduce((cents, mission) => cents + of(mission), 0) / CENT;
  const listed = (of: (mission: ReportTicket['missions'][number]) => string): string =>
    [...new Set(missions.map(of))].filter(Boolean).join(', ');
  return [
    number,
    TYPES[type as keyof typeof TYPES]?.long ?? type,
    isPrivate ? texts.privatePart : subject,
    place,
    date(requestedAt),
    date(closedAt),
    listed(({ company }) => company),
    listed(({ trade }) => trade),
    sum(({ quotedCents }) => quotedCents),
    sum(({ invoicedCents }) => invoicedCents),
    description.slice(0, MOST_LETTERS),
  ];
}
