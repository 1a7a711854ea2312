import type { Message } from '../layout/layout.js';
import type { Series } from '../numbering.js';
import type { Fault } from '../values/fault.js';

/** A document kept by the store of files. */
export interface DocumentRef {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** What a file is asked for. */
export interface FileScope {
  entityId: string;
  message: Message;
  organisme: string;
  /** CAF12: of the July whose rents are sent. */
  year: number;
}

export const RUN_STATES = ['RUNNING', 'BLOCKED', 'EMPTY', 'CHECKED', 'DONE', 'FAILED'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One attempt to make a file. RUNNING ends in one of the others; what a killed process left RUNNING is run again. */
export interface Run {
  id: string;
  agencyId: string;
  scope: FileScope;
  dry: boolean;
  /** CAF42: of the file that is made again. */
  regenerates?: string;
  state: RunState;
  startedAt: Date;
  startedBy: string;
  /** Until when a process has it in hand. */
  heldUntil: Date;
  /** While it runs: so many persons were looked at. Absent in runs of before. */
  examined?: number;
  faults: readonly Fault[];
  faultCount: number;
  included: number;
  excluded: Readonly<Record<string, number>>;
  total1Cents: number;
  total2Cents: number;
  fileId?: string;
}

/** Why a file is not in its folder yet. */
export const DROP_ERRORS = ['FOLDER_GONE', 'FOLDER_FULL', 'FOLDER_READ_ONLY', 'FOLDER_ERROR'] as const;
export type DropError = (typeof DROP_ERRORS)[number];

/**
 * WAITING: kept, to be put into the folder. RENAMING: written whole beside its name; the rename may have happened.
 * DROPPED: the partner can fetch it.
 */
export const DROP_STATES = ['WAITING', 'RENAMING', 'DROPPED'] as const;
export type DropState = (typeof DROP_STATES)[number];

/** A line of the journal. */
export interface CafFile extends Series {
  id: string;
  agencyId: string;
  runId: string;
  scope: FileScope;
  number: number;
  name: string;
  document: DocumentRef;
  details: number;
  total1Cents: number;
  total2Cents: number;
  crc32: string;
  excluded: Readonly<Record<string, number>>;
  createdAt: Date;
  createdBy: string;
  stationId: string;
  state: DropState;
  path: string;
  attempts: number;
  lastError: DropError | '';
  nextTryAt: Date;
  droppedAt?: Date;
  regeneratedFrom: string;
}

/** Tenants in a file: what is told of them counts as told once it is made. */
export interface Told {
  leaseId: string;
  /** 0 where nobody shares. */
  sharers: number;
}
