import type { Provider } from '@nestjs/common';
import { MongoCarnets } from './adapters/mongo/mongo-carnets.js';
import { MongoReports } from './adapters/mongo/mongo-reports.js';
import { NatsReportMail } from './adapters/nats/nats-report-mail.js';
import { PdfReportWriter } from './adapters/pdf/pdf-report-writer.js';
import { FrenchReportSheets } from './adapters/sheets/french-report-sheets.js';
import { Carnets } from './application/ports/carnets.js';
import { ReportMail, ReportSheetsMaker, ReportWriter } from './application/ports/report-writers.js';
import { Reports } from './application/ports/reports.js';
import { BuildReportHandler } from './application/reports/build-report.handler.js';
import { RemakeReportsHandler } from './application/reports/remake-reports.handler.js';
import { ReportsHandler } from './application/reports/reports.handler.js';

/** Reports by period, carnets d'entretien, packs for general meetings. */
export const REPORT_PROVIDERS: Provider[] = [
  BuildReportHandler,
  ReportsHandler,
  RemakeReportsHandler,
  { provide: Reports, useClass: MongoReports },
  { provide: Carnets, useClass: MongoCarnets },
  { provide: ReportWriter, useClass: PdfReportWriter },
  { provide: ReportSheetsMaker, useClass: FrenchReportSheets },
  { provide: ReportMail, useClass: NatsReportMail },
];
