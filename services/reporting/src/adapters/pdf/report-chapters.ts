import * as format from '@intervia/french';
import type { ReportContent } from '../../application/reports/report-content.js';
import { CARNET_CHAPTERS } from '../../domain/reports/carnet.js';
import * as fr from '../fr-reports.js';
import type { Column, ReportSheet } from './report-sheet.js';

const { texts } = fr;
const { columns } = texts;
/** Rows are drawn in the thread that serves people. */
const ROWS = 20;

const CARNET_COLUMNS: readonly Column[] = [
  { title: columns.contract, share: 0.28 },
  { title: columns.company, share: 0.22 },
  { title: columns.reference, share: 0.16 },
  { title: columns.year, share: 0.08 },
  { title: columns.expires, share: 0.13 },
  { title: columns.amount, share: 0.13, isNumber: true },
];

/** Décret 2001-477: what was typed, then what closed tickets know. */
export async function carnetChapters(sheet: ReportSheet, { carnet, works }: ReportContent): Promise<void> {
  sheet.paragraph(texts.carnetIntro, 'soft');
  for (const chapter of CARNET_CHAPTERS) {
    sheet.section(fr.chapters[chapter]);
    const entries = (carnet?.entries ?? []).filter((entry) => entry.chapter === chapter);
    if (entries.length === 0) {
      sheet.paragraph(texts.nothingTyped, 'soft');
      continue;
    }
    sheet.table(
      CARNET_COLUMNS,
      entries.map((entry) => [entry.subject, ...fr.entryOf(entry), amount(entry.amountCents)]),
    );
    await sheet.pause();
  }
  sheet.section(texts.knownWorks);
  sheet.paragraph(texts.knownWorksNote, 'soft');
  if (works.length === 0) return sheet.paragraph(texts.noWorks);
  await tabled(
    sheet,
    [
      { title: columns.closed, share: 0.13 },
      { title: columns.number, share: 0.09 },
      { title: columns.subject, share: 0.38 },
      { title: columns.company, share: 0.26 },
      { title: columns.invoiced, share: 0.14, isNumber: true },
    ],
    works.map(({ closedAt, number, subject, company, invoicedCents }) => [
      ...[fr.date(closedAt), String(number), subject, company, amount(invoicedCents)],
    ]),
  );
}

/** What was quoted, voted, invoiced. */
export async function worksTable(sheet: ReportSheet, { works }: ReportContent): Promise<void> {
  sheet.section(texts.worksTable);
  sheet.paragraph(texts.worksNote, 'soft');
  if (works.length === 0) return sheet.paragraph(texts.noWorks);
  const sum = (of: (work: (typeof works)[number]) => number): string =>
    amount(works.reduce((cents, work) => cents + of(work), 0));
  await tabled(
    sheet,
    [
      { title: columns.number, share: 0.09 },
      { title: columns.subject, share: 0.27 },
      { title: columns.company, share: 0.22 },
      { title: columns.quoted, share: 0.14, isNumber: true },
      { title: columns.voted, share: 0.14, isNumber: true },
      { title: columns.invoiced, share: 0.14, isNumber: true },
    ],
    [
      ...works.map(({ number, subject, company, quotedCents, votedCents, invoicedCents }) => [
        ...[String(number), subject, company, amount(quotedCents), amount(votedCents), amount(invoicedCents)],
      ]),
      [
        texts.total,
        '',
        '',
        sum(({ quotedCents }) => quotedCents),
        sum(({ votedCents }) => votedCents),
        sum(({ invoicedCents }) => invoicedCents),
      ],
    ],
  );
}

/** Décret 67-223, art. 11 and 22: a draft, to be completed by the council. */
export function councilDraft(sheet: ReportSheet, { report, figures }: ReportContent): void {
  sheet.section(texts.council);
  sheet.paragraph(texts.councilNote, 'soft');
  const cost = format.euros(figures.costs.totalCents);
  const { place, from, until } = report;
  for (const text of texts.councilText(place.label, from, until, figures.closed, cost)) sheet.paragraph(text);
}

const amount = (cents: number): string => (cents > 0 ? format.euros(cents) : '');

/** One table, drawn in slices. */
async function tabled(
  sheet: ReportSheet,
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const table = sheet.beginTable(heads);
  for (const [at, row] of rows.entries()) {
    table.add(row);
    if (at % ROWS === 0) await sheet.pause();
  }
  table.end();
}
