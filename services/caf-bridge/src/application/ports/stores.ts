import type { Alert, PaymentOffer } from '../../domain/alerts/alerts.js';
import type { CafFile, Run, Told } from '../../domain/file/records.js';
import type { LegalCase } from '../../domain/legal/case.js';
import type { Message } from '../../domain/layout/layout.js';
import type { Series } from '../../domain/numbering.js';
import type { RadiationRecord } from '../../domain/radiation/record.js';
import type { EntitySettings, Station } from '../../domain/settings/settings.js';
import type { Day } from '../../domain/values/day.js';

export interface Versioned<T> {
  version: number;
  savedAt: Date;
  savedBy: string;
  commandId: string;
  value: T;
}

/** Settings by entity and by station. Every version is kept; the highest is in force. */
export abstract class SettingsStore {
  /** @throws VersionConflict when that version is there already */
  abstract saveSettings(agencyId: string, saved: Versioned<EntitySettings>): Promise<void>;
  abstract settings(agencyId: string, entityId: string): Promise<Versioned<EntitySettings> | undefined>;
  abstract versions(agencyId: string, entityId: string): Promise<Versioned<EntitySettings>[]>;
  abstract allSettings(agencyId: string): Promise<Versioned<EntitySettings>[]>;
  /** @throws VersionConflict when that version is there already */
  abstract saveStation(agencyId: string, saved: Versioned<Station>): Promise<void>;
  abstract station(agencyId: string, id: string): Promise<Versioned<Station> | undefined>;
  abstract stations(agencyId: string): Promise<Versioned<Station>[]>;
  /** Of every agency, for what runs by itself. */
  abstract everyStation(): Promise<{ agencyId: string; station: Station }[]>;
  abstract agencies(): Promise<string[]>;
}

export interface Listed<T> {
  items: T[];
  next?: string;
}

/** A hold that ends at `from` is to end at `until`. */
export interface Renewal {
  from: Date;
  until: Date;
}

export abstract class Runs {
  /** The run of that id, made if there is none: a command repeated starts nothing anew. */
  abstract begin(run: Run): Promise<Run>;
  abstract find(agencyId: string, id: string): Promise<Run | undefined>;
  /** Nothing while another process has it in hand. */
  abstract hold(agencyId: string, id: string, now: Date, until: Date): Promise<boolean>;
  /** Holds on, and tells how many were looked at; false when another process took it up meanwhile. */
  abstract holdOn(agencyId: string, id: string, hold: Renewal, examined: number): Promise<boolean>;
  abstract end(agencyId: string, id: string, change: Partial<Run>): Promise<void>;
  /** Of every agency: RUNNING, and in nobody's hand. */
  abstract abandoned(now: Date): Promise<Run[]>;
  abstract blocked(agencyId: string, entityId: string): Promise<Run[]>;
}

export interface FileFilter {
  entityId?: string;
  message?: Message;
  organisme?: string;
  dropped?: boolean;
  /** Made then or later. */
  from?: Date;
  /** Made before. */
  before?: Date;
}

export abstract class FileJournal {
  abstract lastNumber(agencyId: string, series: Series): Promise<number>;
  /** Whether a file of another series was given that name for the same folder: one would overwrite the other. */
  abstract isNamed(agencyId: string, stationId: string, name: string): Promise<boolean>;
  /** Gives the number. False when another file has it: the caller makes its file anew with the next one. */
  abstract add(file: CafFile): Promise<boolean>;
  abstract find(agencyId: string, id: string): Promise<CafFile | undefined>;
  abstract byRun(agencyId: string, runId: string): Promise<CafFile | undefined>;
  abstract list(
    agencyId: string,
    filter: FileFilter,
    limit: number,
    cursor?: string,
  ): Promise<Listed<CafFile>>;
  abstract update(agencyId: string, id: string, change: Partial<CafFile>): Promise<void>;
  /** Takes it in hand for a try; false when another process did. */
  abstract claim(file: CafFile, now: Date, until: Date): Promise<boolean>;
  /** Of every agency. */
  abstract due(now: Date): Promise<CafFile[]>;
}

export interface Waiting {
  agencyId: string;
  entityId: string;
  organisme: string;
  runId: string;
  ids: string[];
}

export abstract class Radiations {
  /** False when it is there already. */
  abstract add(record: RadiationRecord): Promise<boolean>;
  /** Of one person of a lease, the oldest first. */
  abstract ofPerson(agencyId: string, leaseId: string, occupantId: string): Promise<RadiationRecord[]>;
  /** False when it is in none of these states any more. */
  abstract change(
    agencyId: string,
    id: string,
    from: readonly RadiationRecord['state'][],
    change: Partial<RadiationRecord>,
  ): Promise<boolean>;
  /** Everybody who waits for a file of the caisse. */
  abstract claim(
    agencyId: string,
    entityId: string,
    organisme: string,
    runId: string,
  ): Promise<RadiationRecord[]>;
  abstract ofRun(agencyId: string, runId: string): Promise<RadiationRecord[]>;
  abstract ofFile(agencyId: string, fileId: string): Promise<RadiationRecord[]>;
  /** Blocked and excluded ones wait again: what was wrong may have been corrected. */
  abstract reopen(agencyId: string, entityId: string, organisme: string): Promise<void>;
  abstract release(agencyId: string, runId: string): Promise<void>;
  abstract list(agencyId: string, limit: number, cursor?: string): Promise<Listed<RadiationRecord>>;
  /** Of every agency: where somebody waits, by the run that has them in hand, if one has. */
  abstract waiting(): Promise<Waiting[]>;
}

export interface StoredOffer extends PaymentOffer {
  id: string;
  agencyId: string;
  leaseId: string;
  accepted?: boolean;
}

export interface StoredAlert extends Alert {
  leaseId: string;
  offerId: string;
}

export abstract class LegalCases {
  /** The open ones of these leases. */
  abstract open(agencyId: string, leaseIds: readonly string[]): Promise<Map<string, LegalCase>>;
  /** Not what was reported meanwhile. */
  abstract save(cases: readonly LegalCase[]): Promise<void>;
  abstract find(agencyId: string, id: string): Promise<LegalCase | undefined>;
  abstract list(agencyId: string, filter: { entityId?: string; cleared: boolean }): Promise<LegalCase[]>;
  abstract report(agencyId: string, id: string, reported: LegalCase['reported']): Promise<boolean>;
  /** Constituted and not reported yet, of these leases. */
  abstract reportByFile(
    agencyId: string,
    leaseIds: readonly string[],
    reported: NonNullable<LegalCase['reported']>,
  ): Promise<void>;
  /** Open cases of leases that the scan did not see: gone tenants. */
  abstract openLeases(agencyId: string): Promise<string[]>;

  abstract told(agencyId: string, leaseIds: readonly string[]): Promise<Map<string, number>>;
  abstract tell(agencyId: string, told: readonly Told[], at: Date): Promise<void>;

  abstract addOffer(offer: StoredOffer): Promise<void>;
  abstract offers(agencyId: string): Promise<StoredOffer[]>;
  abstract answerOffer(agencyId: string, id: string, answeredOn: Day, accepted: boolean): Promise<boolean>;

  abstract saveScan(
    agencyId: string,
    scannedAt: Date,
    day: Day,
    alerts: readonly StoredAlert[],
  ): Promise<void>;
  abstract scan(agencyId: string): Promise<{ scannedAt: Date; day: Day; alerts: StoredAlert[] } | undefined>;
}
