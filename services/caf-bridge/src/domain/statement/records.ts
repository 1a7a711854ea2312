import type { DocumentRef } from '../file/records.js';
import type { MatchedBy } from './matching.js';
import type { TextShape } from './lines.js';
import type { StatementLine } from './detail-record.js';
import type { StatementBlock } from './statement-reader.js';

export const STATEMENT_STATES = ['READING', 'REFUSED', 'OPEN', 'POSTING', 'POSTED'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

export interface Totals {
  lines: number;
  amountCents: number;
  withheldCents: number;
}

export interface StatementTotals {
  all: Totals;
  selected: Totals;
  unselected: Totals;
  unmatched: Totals;
  posted: Totals;
}

export interface Progress {
  done: number;
  of: number;
}

export interface StatementRecord {
  id: string;
  agencyId: string;
  state: StatementState;
  document: DocumentRef;
  /** The same content in other line ends or another encoding is the same statement. */
  contentHash: string;
  entityId: string;
  organisme: string;
  bailleur: string;
  aidTypes: readonly string[];
  months: readonly string[];
  blocks: readonly StatementBlock[];
  shape?: TextShape;
  importedAt: Date;
  importedBy: string;
  heldUntil: Date;
  totals: StatementTotals;
  /** While it is read or posted: so many lines of so many. */
  progress?: Progress;
  problem?: { code: string; params: Readonly<Record<string, string>> };
  validatedAt?: Date;
  validatedBy: string;
}

export const LINE_FILTERS = ['ALL', 'SELECTED', 'UNSELECTED', 'UNMATCHED', 'POSTED'] as const;
export type LineFilter = (typeof LINE_FILTERS)[number];

export interface LineTenant {
  leaseId: string;
  sharerId: string;
  accountId: string;
  account: string;
  name: string;
}

/** A line that says the same payment, and came before. */
export interface LineTwin {
  statementId: string;
  documentName: string;
  number: number;
}

export interface LineRecord extends StatementLine {
  id: string;
  agencyId: string;
  statementId: string;
  selected: boolean;
  tenant?: LineTenant;
  matchedBy: MatchedBy | '';
  /** SET: this import gave the tenant its number. OTHER: the tenant has another, which stays. */
  uniqueNumber: 'SET' | 'KEPT' | 'OTHER' | '';
  postingId: string;
  postedAt?: Date;
  balanceAfterCents: number;
  postingError: string;
  /** By which the same payment is known again; absent on lines taken in before there was one, empty once the person is erased. */
  paymentKey?: string;
  twin?: LineTwin;
}

export const nothing = (): Totals => ({ lines: 0, amountCents: 0, withheldCents: 0 });

/** As it begins: to be read. */
export const freshStatement = (
  id: string,
  agencyId: string,
  document: DocumentRef,
  importedBy: string,
  now: Date,
): StatementRecord => ({
  ...{ id, agencyId, state: 'READING', document, contentHash: '', entityId: '', organisme: '', bailleur: '' },
  ...{ aidTypes: [], months: [], blocks: [], importedAt: now, importedBy, heldUntil: now, validatedBy: '' },
  totals: new TotalsCounter().totals,
});

type Counted = Pick<LineRecord, 'amountCents' | 'withheldCents' | 'selected' | 'postingId'> & {
  matched: boolean;
};

/** Adds up lines one by one. */
export class TotalsCounter {
  readonly totals: StatementTotals = {
    ...{
      all: nothing(),
      selected: nothing(),
      unselected: nothing(),
      unmatched: nothing(),
      posted: nothing(),
    },
  };

  add(line: Counted): void {
    const kinds: (keyof StatementTotals)[] = ['all'];
    if (line.postingId) kinds.push('posted');
    else kinds.push(line.selected ? 'selected' : 'unselected');
    if (!line.matched) kinds.push('unmatched');
    for (const kind of kinds) {
      const total = this.totals[kind];
      total.lines += 1;
      total.amountCents += line.amountCents;
      total.withheldCents += line.withheldCents;
    }
  }
}
