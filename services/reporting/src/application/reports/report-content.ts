import type { Document } from '../../domain/archive.js';
import type { Figures } from '../../domain/measures/figures.js';
import type { Carnet } from '../../domain/reports/carnet.js';
import type { Report } from '../../domain/reports/report.js';
import type { TradeLine, Work } from '../../domain/reports/works.js';
import type { DossierEntry, DossierPerson } from '../dossier.js';

/** All that a report tells; the French is the writer's. Tickets come one by one: a report may have thousands. */
export interface ReportContent {
  readonly report: Report;
  readonly agency: { readonly name: string; readonly address: string; readonly phone: string };
  readonly figures: Figures;
  readonly trades: readonly TradeLine[];
  readonly works: readonly Work[];
  readonly carnet?: Carnet;
  readonly tickets: AsyncIterable<ReportTicket>;
}

export interface ReportTicket {
  readonly number: number;
  readonly type: string;
  readonly urgent: boolean;
  readonly subject: string;
  readonly place: string;
  readonly requestedAt: number;
  readonly closedAt?: number;
  readonly description: string;
  readonly missions: readonly ReportMission[];
  readonly history: readonly DossierEntry[];
  readonly people: readonly DossierPerson[];
  readonly photos: AsyncIterable<ReportPhoto>;
  /** A private part: nothing of it is told in what is handed around. */
  readonly isPrivate: boolean;
}

export interface ReportMission {
  readonly company: string;
  readonly trade: string;
  readonly quotedCents: number;
  readonly invoicedCents: number;
  readonly completedAt?: number;
}

export interface ReportPhoto {
  readonly document: Document;
  /** Sent by a contractor when the work was done. */
  readonly isAfter: boolean;
  /** Undefined: no picture that we can show. */
  readonly jpeg?: Buffer;
}
