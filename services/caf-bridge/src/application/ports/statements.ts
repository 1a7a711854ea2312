import type {
  LineFilter,
  LineRecord,
  LineTenant,
  LineTwin,
  StatementRecord,
  StatementState,
} from '../../domain/statement/records.js';
import type { Month } from '../../domain/values/day.js';
import type { Listed, Renewal } from './stores.js';

export interface StatementFilter {
  state?: StatementState;
  /** A month that is paid in it. */
  month?: Month;
  organisme?: string;
}

export interface LineChange {
  id: string;
  change: Partial<LineRecord>;
}

export abstract class Statements {
  abstract begin(statement: StatementRecord): Promise<StatementRecord>;
  abstract find(agencyId: string, id: string): Promise<StatementRecord | undefined>;
  /**
   * Opens it once read whole.
   * @returns the one that holds the same content, which keeps this one out
   */
  abstract open(
    agencyId: string,
    id: string,
    change: Partial<StatementRecord>,
  ): Promise<StatementRecord | undefined>;
  abstract update(agencyId: string, id: string, change: Partial<StatementRecord>): Promise<void>;
  abstract hold(agencyId: string, id: string, now: Date, until: Date): Promise<boolean>;
  /** Holds on, and tells how far the work is; false when another process took it up meanwhile. */
  abstract holdOn(
    agencyId: string,
    id: string,
    hold: Renewal,
    change?: Partial<StatementRecord>,
  ): Promise<boolean>;
  /** The newest first. */
  abstract list(
    agencyId: string,
    filter: StatementFilter,
    limit: number,
    cursor?: string,
  ): Promise<Listed<StatementRecord>>;
  /** Of every agency: READING or POSTING, and in nobody's hand. */
  abstract abandoned(now: Date): Promise<StatementRecord[]>;
  /** Those with the same id are there already. */
  abstract addLines(lines: readonly LineRecord[]): Promise<void>;
  abstract dropLines(agencyId: string, statementId: string): Promise<void>;
  abstract line(agencyId: string, statementId: string, id: string): Promise<LineRecord | undefined>;
  abstract lines(
    agencyId: string,
    statementId: string,
    filter: LineFilter,
    limit: number,
    cursor?: string,
  ): Promise<Listed<LineRecord>>;
  abstract every(agencyId: string, statementId: string, filter: LineFilter): AsyncIterable<LineRecord>;
  /** The first line of each of these payments, where one was taken in. */
  abstract payments(agencyId: string, keys: readonly string[]): Promise<Map<string, LineTwin>>;
  /** Whether a line that pays something is not posted. */
  abstract isLeft(agencyId: string, statementId: string): Promise<boolean>;
  abstract updateLines(agencyId: string, changes: readonly LineChange[]): Promise<void>;
  /** Not what is posted; all of them are those that came only once. */
  abstract select(
    agencyId: string,
    statementId: string,
    ids: readonly string[],
    selected: boolean,
  ): Promise<void>;
  /** False when it is posted. */
  abstract assign(agencyId: string, id: string, change: Partial<LineRecord>): Promise<boolean>;

  abstract remember(agencyId: string, key: string, tenant: LineTenant, by: string, at: Date): Promise<void>;
  abstract remembered(agencyId: string, keys: readonly string[]): Promise<Map<string, LineTenant>>;
}
