import type { Readable } from 'node:stream';
import type { Report, ReportFiles } from '../../domain/reports/report.js';
import type { ReportContent, ReportTicket } from '../reports/report-content.js';

export abstract class ReportWriter {
  /** Without an extension. */
  abstract fileName(report: Report): string;
  /** For people. */
  abstract title(report: Report): string;
  abstract pdf(content: ReportContent): Readable;
}

/** The rows of one report, as they are told. */
export interface ReportSheets {
  add(ticket: ReportTicket): void;
  xlsx(): Promise<Buffer>;
  csv(): string;
}

export abstract class ReportSheetsMaker {
  abstract begin(report: Report): ReportSheets;
}

/** A copy goes to who asked (manual, "Rapport"). */
export abstract class ReportMail {
  /** Once, however often it is asked for. */
  abstract send(report: Report, title: string, files: ReportFiles): Promise<void>;
}
