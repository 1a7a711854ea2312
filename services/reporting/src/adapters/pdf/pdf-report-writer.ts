import * as format from '@intervia/french';
import { phone } from '@intervia/french/phones';
import { TYPES } from '@intervia/french/words';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { ReportWriter } from '../../application/ports/report-writers.js';
import type { ReportContent, ReportPhoto, ReportTicket } from '../../application/reports/report-content.js';
import type { Report } from '../../domain/reports/report.js';
import * as events from '../fr.js';
import * as fr from '../fr-reports.js';
import { carnetChapters, councilDraft, worksTable } from './report-chapters.js';
import { ReportSheet } from './report-sheet.js';

const { texts } = fr;
const PER_ROW = 3;
const MOST_NAMES = 50;

@Injectable()
export class PdfReportWriter extends ReportWriter {
  fileName(report: Report): string {
    return fr.fileNameOf(report);
  }

  title(report: Report): string {
    return fr.titleOf(report);
  }

  pdf(content: ReportContent): Readable {
    const { report, agency } = content;
    const sheet = new ReportSheet({
      title: `${fr.titleOf(report)} – ${fr.day(report.from)} – ${fr.day(report.until)}`,
      author: agency.name,
      date: report.requestedAt,
    });
    // Written while it is read: an error in a part must reach the reader, not nobody.
    write(sheet, content).catch((error: Error) => sheet.stream.destroy(error));
    return sheet.stream;
  }
}

async function write(sheet: ReportSheet, content: ReportContent): Promise<void> {
  const { report, agency } = content;
  cover(sheet, content);
  if (report.kind === 'CARNET') {
    await carnetChapters(sheet, content);
  } else {
    summary(sheet, content);
    trades(sheet, content);
    if (report.kind === 'MEETING') {
      await worksTable(sheet, content);
      councilDraft(sheet, content);
    }
    await tickets(sheet, content);
  }
  sheet.end([agency.name, fr.titleOf(report)].filter(Boolean).join(' – '), texts.page);
}

function cover(sheet: ReportSheet, { report, agency }: ReportContent): void {
  const { kind, place, from, until, requestedAt, version, requester } = report;
  const address = [agency.address, agency.phone && phone(agency.phone)].filter(Boolean).join(' – ');
  sheet.letterhead(agency.name, address, fr.kinds[kind]);
  sheet.heading(kind === 'CARNET' ? texts.upTo(until) : texts.period(from, until), place.label, '');
  sheet.section(texts.place);
  sheet.pairs([
    [texts.address, place.address],
    [texts.reference, place.reference],
    [
      report.module === 'SYNDIC' ? texts.syndic : texts.manager,
      [agency.name, agency.address].filter(Boolean).join(', '),
    ],
  ]);
  const madeOn = texts.madeOn(format.shortDateTime(requestedAt));
  sheet.paragraph(
    version === 'FILE'
      ? `${madeOn}, ${requester.name}. ${fr.versions.FILE}.`
      : `${madeOn}. ${fr.versions.HANDOUT}.`,
    'soft',
  );
}

/** Six figures (specification, "Documents"). */
function summary(sheet: ReportSheet, { figures }: ReportContent): void {
  sheet.section(texts.summary);
  if (figures.closed === 0) return sheet.paragraph(texts.empty);
  const { completion, contractorResponse, firstTimeFix, reminders, costs } = figures;
  const perMission =
    reminders.missions === 0 ? '–' : (reminders.sent / reminders.missions).toFixed(1).replace('.', ',');
  sheet.tiles([
    { label: texts.tiles.closed, value: String(figures.closed) },
    { label: texts.tiles.cost, value: format.euros(costs.totalCents) },
    { label: texts.tiles.completion, value: fr.span(completion.median) },
    { label: texts.tiles.response, value: fr.span(contractorResponse.median) },
    { label: texts.tiles.firstTime, value: fr.share(firstTimeFix.fixed, firstTimeFix.completed) },
    { label: texts.tiles.reminders, value: perMission },
  ]);
}

function trades(sheet: ReportSheet, { trades: lines, report }: ReportContent): void {
  if (lines.length === 0) return;
  const isPaid = report.parts.includes('AMOUNTS');
  const named = lines.map(({ trade, ...line }) => ({ trade: trade || texts.noTrade, ...line }));
  sheet.section(texts.trades);
  sheet.bars(
    texts.trades,
    named.map(({ trade, works, cents }) => ({
      label: trade,
      value: isPaid ? cents : works,
      text: isPaid ? format.euros(cents) : String(works),
    })),
  );
  const { columns } = texts;
  sheet.table(
    [
      { title: columns.trade, share: 0.5 },
      { title: columns.works, share: 0.2, isNumber: true },
      ...(isPaid ? [{ title: columns.amount, share: 0.3, isNumber: true }] : []),
    ],
    named.map(({ trade, works, cents }) => [trade, String(works), ...(isPaid ? [format.euros(cents)] : [])]),
  );
}

async function tickets(sheet: ReportSheet, { tickets: all, report }: ReportContent): Promise<void> {
  let isFirst = true;
  for await (const ticket of all) {
    if (isFirst) sheet.section(texts.tickets);
    isFirst = false;
    await one(sheet, ticket, report);
    await sheet.pause();
  }
}

async function one(sheet: ReportSheet, ticket: ReportTicket, report: Report): Promise<void> {
  const { number, type, urgent, subject, place, requestedAt, closedAt, description, isPrivate } = ticket;
  const named = TYPES[type as keyof typeof TYPES]?.long ?? type;
  sheet.subheading(texts.ticket(named, number, isPrivate ? texts.privatePart : subject));
  sheet.newList();
  sheet.pairs([
    [texts.place, place],
    [texts.requested, [fr.date(requestedAt), urgent && texts.urgent].filter(Boolean).join(', ')],
    [texts.closed, fr.date(closedAt)],
    [texts.description, description],
    [texts.interventions, ticket.missions.map(missionText).filter(Boolean).join('\n')],
    [
      texts.people,
      ticket.people
        .map(({ name, phones, mails }) => [name, ...phones.map(phone), ...mails].join(', '))
        .join('\n'),
    ],
    [texts.history, ticket.history.map((entry) => eventText(entry)).join('\n')],
  ]);
  await photos(sheet, ticket, report.version === 'FILE');
}

function missionText({
  company,
  trade,
  quotedCents,
  invoicedCents,
  completedAt,
}: ReportTicket['missions'][number]): string {
  return [
    [company, trade && `(${trade})`].filter(Boolean).join(' '),
    completedAt !== undefined && `${texts.completed} ${fr.date(completedAt)}`,
    quotedCents > 0 && `${texts.quoted} ${format.euros(quotedCents)}`,
    invoicedCents > 0 && `${texts.invoiced} ${format.euros(invoicedCents)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function eventText(entry: ReportTicket['history'][number]): string {
  const at = entry.at ? format.shortDateTime(entry.at) : '';
  return [
    at,
    [events.factText(entry), events.commentText(entry)].filter(Boolean).join(' : '),
    events.actorText(entry),
  ]
    .filter(Boolean)
    .join(' – ');
}

/** A row at a time is in memory. */
async function photos(
  sheet: ReportSheet,
  { photos: all, number }: ReportTicket,
  isInside: boolean,
): Promise<void> {
  const row: { jpeg: Buffer; caption: string }[] = [];
  const unreadable: ReportPhoto[] = [];
  let count = 0;
  for await (const photo of all) {
    count += 1;
    if (photo.jpeg) row.push({ jpeg: photo.jpeg, caption: texts.photos(photo.isAfter, count, number) });
    else unreadable.push(photo);
    if (row.length < PER_ROW) continue;
    sheet.pictures(row.splice(0));
    await sheet.pause();
  }
  if (row.length > 0) sheet.pictures(row);
  if (unreadable.length === 0) return;
  // A name may name somebody.
  const names = unreadable.slice(0, MOST_NAMES).map(({ document }) => document.name);
  sheet.paragraph(isInside ? texts.unreadable(names) : texts.unreadableCount(unreadable.length), 'soft');
}
