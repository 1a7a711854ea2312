import { AppError } from '@intervia/rules';
import type { Document } from '../archive.js';

export type ReportKind = 'PERIOD' | 'CARNET' | 'MEETING';
/** FILE stays in the agency; HANDOUT may be handed around. */
export type ReportVersion = 'FILE' | 'HANDOUT';
/** Manual, "Choix des données". */
export type ReportPart = 'AMOUNTS' | 'DESCRIPTIONS' | 'CONTRACTORS' | 'HISTORY' | 'PHOTOS' | 'PEOPLE';
export type SharedWith = 'NOBODY' | 'COUNCIL' | 'CO_OWNERS';

export interface ReportPlace {
  readonly buildingId: string;
  /** Empty: the whole building. */
  readonly unitId: string;
  readonly label: string;
  readonly address: string;
  readonly reference: string;
}

export interface ReportFiles {
  readonly pdf: Document;
  readonly xlsx?: Document;
  readonly csv?: Document;
}

/** What is asked for; never changes. */
export interface ReportOrder {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: ReportKind;
  readonly version: ReportVersion;
  readonly module: string;
  readonly place: ReportPlace;
  /** Days in Paris, both included. */
  readonly from: string;
  readonly until: string;
  readonly parts: readonly ReportPart[];
  readonly requester: { readonly id: string; readonly name: string; readonly mail: string };
  /** Assistants and accountants report on the tickets of their places. */
  readonly staffId: string;
  readonly requestedAt: Date;
}

export interface Report extends ReportOrder {
  readonly state: 'PENDING' | 'READY' | 'FAILED';
  /** Builds begun; counted before each, so that one which kills its process counts too. */
  readonly attempts: number;
  readonly done: number;
  readonly total: number;
  /** Why the last build did not succeed. */
  readonly reason: string;
  readonly sharedWith: SharedWith;
  /** Whether its copy was handed to the post. */
  readonly mailed: boolean;
  /** The build under way; another one, or an erasure, takes its place, and it completes nothing any more. */
  readonly buildId?: string;
  /** Made again without somebody who was erased: its files changed, and nobody is written to about it. */
  readonly remade?: boolean;
  readonly endedAt?: Date;
  readonly files?: ReportFiles;
}

/** With doubling pauses: about an hour and a half of outage is survived. */
export const MOST_ATTEMPTS = 10;

export const isGivenUp = ({ attempts }: Report): boolean => attempts > MOST_ATTEMPTS;
export const isLastTry = ({ attempts }: Report): boolean => attempts >= MOST_ATTEMPTS;

export class ReportNotFound extends AppError.of('REPORT_NOT_FOUND', 'not-found') {}
export class ReportNotReady extends AppError.of('REPORT_NOT_READY', 'conflict') {}
export class ReportStaysInside extends AppError.of('REPORT_STAYS_INSIDE', 'conflict') {}
export class ReportNotFailed extends AppError.of('REPORT_NOT_FAILED', 'conflict') {}

/**
 * Given are versions to hand around, of a whole co-ownership.
 * @throws ReportNotReady, ReportStaysInside
 */
export function assertShareable(report: Report, sharedWith: SharedWith): void {
  if (sharedWith === 'NOBODY') return;
  if (report.state !== 'READY') throw new ReportNotReady();
  const isOfAll = report.module === 'SYNDIC' && report.place.unitId === '';
  if (report.version !== 'HANDOUT' || !isOfAll) throw new ReportStaysInside();
}
