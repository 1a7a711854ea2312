import type { Report, ReportKind } from '../api/types.js';
import { writeDay } from '../lib/typed-day.js';

/** Of the agency's people and of those to whom a report is given. */
export const REPORT_KINDS: Readonly<Record<ReportKind, string>> = {
  PERIOD: 'Rapport par période',
  CARNET: 'Carnet d’entretien',
  MEETING: 'Dossier d’assemblée générale',
};

/** A carnet tells how things are on a day. */
export const reportPeriod = ({ kind, from, until }: Pick<Report, 'kind' | 'from' | 'until'>): string =>
  kind === 'CARNET' ? `Établi au ${writeDay(until)}` : `Du ${writeDay(from)} au ${writeDay(until)}`;
