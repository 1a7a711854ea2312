import { Clock } from '@intervia/clock';
import { FileStore } from '@intervia/files';
import { asOutage } from '@intervia/messaging';
import { Injectable, Logger } from '@nestjs/common';
import { Readable } from 'node:stream';
import { toPeriod } from '../../domain/measures/days.js';
import { figuresOf } from '../../domain/measures/figures.js';
import type { Trades } from '../../domain/measures/segment.js';
import { isIn } from '../../domain/measures/segment.js';
import { DEFAULT_TARGETS } from '../../domain/measures/service-level.js';
import type { TicketRow } from '../../domain/measures/ticket-row.js';
import { CALENDAR } from '../../domain/measures/working-time.js';
import type { Report, ReportFiles } from '../../domain/reports/report.js';
import { isGivenUp, isLastTry } from '../../domain/reports/report.js';
import { withoutPeople } from '../../domain/reports/handout.js';
import { worksByTrade, worksOf } from '../../domain/reports/works.js';
import type { Work } from '../../domain/reports/works.js';
import type { Dossier } from '../dossier.js';
import { Carnets } from '../ports/carnets.js';
import { Dossiers } from '../ports/dossiers.js';
import { Neighbourhood } from '../ports/neighbourhood.js';
import { ReadModel } from '../ports/read-model.js';
import { ThumbnailMaker } from '../ports/renderers.js';
import { ReportMail, ReportSheetsMaker, ReportWriter } from '../ports/report-writers.js';
import type { ReportSheets } from '../ports/report-writers.js';
import { Reports } from '../ports/reports.js';
import type { ReportContent, ReportPhoto, ReportTicket } from './report-content.js';
import { peopleOf, tellTicket } from './tell-ticket.js';

const MOST_BYTES = 1024 ** 3;
/** Each is a fact on the bus: enough to be seen moving, whatever the number of tickets. */
const STEPS = 20;
const IMAGE = /^image\//u;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes a report and mails it. It may be killed at any point and run again: it is made anew, and mailed once. */
@Injectable()
export class BuildReportHandler {
  private readonly logger = new Logger(BuildReportHandler.name);

  constructor(
    private readonly reports: Reports,
    private readonly model: ReadModel,
    private readonly neighbours: Neighbourhood,
    private readonly dossiers: Dossiers,
    private readonly carnets: Carnets,
    private readonly files: FileStore,
    private readonly thumbnails: ThumbnailMaker,
    private readonly writer: ReportWriter,
    private readonly sheets: ReportSheetsMaker,
    private readonly mail: ReportMail,
    private readonly clock: Clock,
  ) {}

  /** Throws when it is worth trying again. */
  async execute(agencyId: string, id: string): Promise<void> {
    const report = await this.reports.begin(agencyId, id);
    if (!report) return;
    if (report.state === 'READY') return this.post(report, report.files);
    if (isGivenUp(report)) return this.reports.fail(report, 'TOO_MANY_ATTEMPTS', this.clock.now());
    try {
      const files = await this.build(report);
      if (await this.reports.complete(report, files, this.clock.now())) await this.post(report, files);
      else await this.drop(report, files);
    } catch (error) {
      const reason = asOutage(error)?.code ?? codeOf(error) ?? 'REPORT_BUILD_FAILED';
      this.logger.warn({ err: error, agencyId, reportId: id }, 'report not made');
      if (isLastTry(report)) return this.reports.fail(report, reason, this.clock.now());
      // A full disk may keep even that from being written: the database says PENDING all the same.
      await this.reports.stumble(report, reason).catch(() => undefined);
      throw error;
    }
  }

  private async post(report: Report, files: ReportFiles | undefined): Promise<void> {
    if (files && !report.remade) await this.mail.send(report, this.writer.title(report), files);
    await this.reports.mailed(report);
  }

  /** Deleted, or overtaken by an erasure or another build: nobody refers to these. */
  private async drop({ agencyId, id }: Report, files: ReportFiles): Promise<void> {
    const ids = (Object.values(files) as { id: string }[]).map((file) => file.id);
    await this.files.erase(agencyId, ids, [`report:${id}`]);
  }

  private async build(report: Report): Promise<ReportFiles> {
    const { agencyId, kind } = report;
    const [trades, agency] = await Promise.all([
      this.neighbours.trades(agencyId),
      this.dossiers.agency(agencyId),
    ]);
    const rows = await this.rowsOf(report, trades);
    const told = kind === 'CARNET' ? [] : rows;
    const sheets = kind === 'CARNET' ? undefined : this.sheets.begin(report);
    const content: ReportContent = {
      ...{ report, agency: agency ?? { name: '', address: '', phone: '' } },
      figures: figuresOf(rows, {
        ...{ trades, elapsed: CALENDAR, targets: DEFAULT_TARGETS, earlier: [] },
        now: this.clock.now().getTime(),
      }),
      trades: worksByTrade(rows, trades),
      works: await this.worksOf(report, rows),
      ...(kind !== 'PERIOD' && { carnet: await this.carnets.read(agencyId, report.place.buildingId) }),
      tickets: this.tell(report, told, trades, sheets),
    };
    await this.reports.progress(report, 0, told.length);
    const name = this.writer.fileName(report);
    const pdf = await this.keep(report, `${name}.pdf`, this.writer.pdf(content), 'application/pdf');
    if (!sheets) return { pdf };
    const xlsx = await this.keep(report, `${name}.xlsx`, Readable.from([await sheets.xlsx()]), XLSX);
    const csv = await this.keep(report, `${name}.csv`, Readable.from([sheets.csv()]), 'text/plain');
    return { pdf, xlsx, csv };
  }

  private async keep(
    { agencyId, id, requester }: Report,
    name: string,
    content: Readable,
    mediaType: string,
  ): Promise<ReportFiles['pdf']> {
    const limits = { owner: `user:${requester.id}`, maxBytes: MOST_BYTES, accept: [mediaType] };
    const file = await this.files.put(agencyId, name, content, limits);
    await this.files.use(agencyId, file.id, `report:${id}`);
    return file;
  }

  /** Manual: "seuls les tickets « clos » seront pris en compte". One range of one index. */
  private async rowsOf(report: Report, trades: Trades): Promise<TicketRow[]> {
    const { agencyId, module, place, staffId, from, until } = report;
    const { buildingId, unitId } = place;
    const rows = await this.model.closed(agencyId, { ...toPeriod(from, until), buildingId });
    const segment = { modules: [module], buildingId, ...(unitId && { unitId }), ...(staffId && { staffId }) };
    return rows.filter((row) => !row.cancelled && isIn(segment, row, trades));
  }

  private async *tell(
    report: Report,
    rows: readonly TicketRow[],
    trades: Trades,
    sheets: ReportSheets | undefined,
  ): AsyncIterable<ReportTicket> {
    const step = Math.max(1, Math.ceil(rows.length / STEPS));
    for (const [at, row] of rows.entries()) {
      const dossier = await this.dossiers.readTicket(report.agencyId, row.ticketId);
      // Deleted meanwhile: nothing is told of it.
      if (!dossier) continue;
      const ticket = tellTicket(report, row, dossier, trades, this.photosOf(report, dossier));
      sheets?.add(ticket);
      yield ticket;
      if ((at + 1) % step === 0) await this.reports.progress(report, at + 1, rows.length);
    }
  }

  /** Words that were typed name nobody in what is handed around. */
  private async worksOf({ version, agencyId }: Report, rows: readonly TicketRow[]): Promise<Work[]> {
    const works = worksOf(rows);
    if (version === 'FILE') return works;
    const told: Work[] = [];
    for (const work of works) {
      const dossier = await this.dossiers.readTicket(agencyId, work.ticketId);
      told.push({ ...work, subject: withoutPeople(work.subject, peopleOf(dossier)) });
    }
    return told;
  }

  /** One at a time: a photo takes a hundred megabytes once unpacked. */
  private async *photosOf({ agencyId }: Report, { documents }: Dossier): AsyncIterable<ReportPhoto> {
    for (const document of documents) {
      if (!IMAGE.test(document.mediaType)) continue;
      const jpeg = this.thumbnails.accepts(document) ? await this.thumbnailOf(agencyId, document) : undefined;
      yield { document, isAfter: document.kind === 'PROOF', jpeg };
    }
  }

  private async thumbnailOf(
    agencyId: string,
    document: ReportPhoto['document'],
  ): Promise<Buffer | undefined> {
    try {
      return await this.thumbnails.make(document, await this.files.open(agencyId, document.id));
    } catch (error) {
      if (codeOf(error) !== 'FILE_NOT_FOUND') throw error;
      return undefined;
    }
  }
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
}
