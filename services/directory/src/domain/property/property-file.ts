import type { AccountFile } from './account.js';
import { EMPTY_ACCOUNT } from './account.js';
import type { BuildingFile } from './building.js';
import { EMPTY_BUILDING } from './building.js';
import type { LeaseFile } from './lease.js';
import { EMPTY_LEASE } from './lease.js';
import type { MandateFile } from './mandate.js';
import { EMPTY_MANDATE } from './mandate.js';
import type { PartyFile } from './party.js';
import { EMPTY_PARTY } from './party.js';
import type { RentCall } from './rent-call.js';
import { EMPTY_RENT_CALL } from './rent-call.js';
import type { UnitFile } from './unit.js';
import { EMPTY_UNIT } from './unit.js';

/** By kind, in the order in which they may name each other. */
export interface FilesByKind {
  party: PartyFile;
  account: AccountFile;
  building: BuildingFile;
  mandate: MandateFile;
  unit: UnitFile;
  lease: LeaseFile;
  rentCall: RentCall;
}
export type FileKind = keyof FilesByKind;

export type PropertyFile = { [K in FileKind]: { kind: K; record: FilesByKind[K] } }[FileKind];

export const EMPTY_FILES: Readonly<FilesByKind> = {
  party: EMPTY_PARTY,
  account: EMPTY_ACCOUNT,
  building: EMPTY_BUILDING,
  mandate: EMPTY_MANDATE,
  unit: EMPTY_UNIT,
  lease: EMPTY_LEASE,
  rentCall: EMPTY_RENT_CALL,
};
export const FILE_KINDS = Object.keys(EMPTY_FILES) as FileKind[];

export const recordsOf = <K extends FileKind>(files: readonly PropertyFile[], kind: K): FilesByKind[K][] =>
  files.flatMap((file) => (file.kind === kind ? [file.record as FilesByKind[K]] : []));
