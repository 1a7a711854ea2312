import type { Report, ReportFiles, ReportOrder, SharedWith } from '../../domain/reports/report.js';

export interface SharedScope {
  readonly councilBuildingIds: readonly string[];
  readonly ownedBuildingIds: readonly string[];
}

export abstract class Reports {
  /** The one that stands when it was asked for before. */
  abstract request(order: ReportOrder): Promise<Report>;
  abstract find(agencyId: string, id: string): Promise<Report | undefined>;
  /** Newest first; `staffId`: those that this one asked for. */
  abstract list(
    agencyId: string,
    query: { module: string; staffId: string; skip: number; limit: number },
  ): Promise<{ reports: Report[]; total: number }>;
  /** Counts an attempt. Undefined unless something is left to do: to be built, or to be mailed. */
  abstract begin(agencyId: string, id: string): Promise<Report | undefined>;
  abstract progress(report: Report, done: number, total: number): Promise<void>;
  /** Tried again later. */
  abstract stumble(report: Report, reason: string): Promise<void>;
  /** PENDING → READY; false when it is no more, or this build is overtaken: its files are then the caller's to remove. */
  abstract complete(report: Report, files: ReportFiles, at: Date): Promise<boolean>;
  abstract mailed(report: Report): Promise<void>;
  abstract fail(report: Report, reason: string, at: Date): Promise<void>;
  /** FAILED → PENDING; undefined when it is not. */
  abstract retry(agencyId: string, id: string): Promise<Report | undefined>;
  /**
   * To be made anew, a build under way too, and without a second mail: what each had made is the caller's to remove.
   * @param buildingId undefined: of the whole agency
   */
  abstract remake(agencyId: string, buildingId: string | undefined): Promise<Report[]>;
  abstract share(agencyId: string, id: string, sharedWith: SharedWith): Promise<Report | undefined>;
  abstract delete(agencyId: string, id: string, at: Date): Promise<Report | undefined>;
  /** Given to somebody of these buildings, newest first. */
  abstract shared(agencyId: string, scope: SharedScope): Promise<Report[]>;
  /** Oldest first, a batch: what is left to do. */
  abstract pending(): Promise<Report[]>;
}
