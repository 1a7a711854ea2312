import { schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { CafFile, Run } from '../../domain/file/records.js';
import type { LegalCase } from '../../domain/legal/case.js';
import type { RadiationRecord } from '../../domain/radiation/record.js';
import type { EntitySettings, Station } from '../../domain/settings/settings.js';
import type { LineRecord, LineTenant, StatementRecord } from '../../domain/statement/records.js';
import type { StoredAlert, StoredOffer, Versioned } from '../../application/ports/stores.js';

/** A record as a document: its id is the key. */
type Doc<T extends { id: string }> = Omit<T, 'id'> & { _id: string };

export type SettingsDoc = Versioned<EntitySettings> & { _id: string; agencyId: string; entityId: string };
export type StationDoc = Versioned<Station> & { _id: string; agencyId: string; stationId: string };
export type RunDoc = Doc<Run>;
/** `series` is of one agency: its numbers have no gap and no double. */
export type FileDoc = Doc<CafFile> & { series: string };
export type RadiationDoc = Doc<RadiationRecord> & { seq: number };
export type CaseDoc = Doc<LegalCase>;
export type OfferDoc = Doc<StoredOffer>;
export interface ScanDoc {
  _id: string;
  scannedAt: Date;
  day: string;
  alerts: StoredAlert[];
}
export interface ToldDoc {
  _id: string;
  agencyId: string;
  leaseId: string;
  sharers: number;
  at: Date;
}
/** `guard` is what two statements may not share; absent until its content is known. */
export type StatementDoc = Doc<StatementRecord> & { guard?: string };
/** `order` sorts as the file does. */
export type LineDoc = Doc<LineRecord>;
export interface MemoryDoc {
  _id: string;
  agencyId: string;
  key: string;
  tenant: LineTenant;
  by: string;
  at: Date;
}

export const NAMES = {
  settings: 'CafSettings',
  stations: 'CafStation',
  runs: 'CafRun',
  files: 'CafFile',
  radiations: 'CafRadiation',
  cases: 'CafLegalCase',
  offers: 'CafOffer',
  scans: 'CafScan',
  told: 'CafTold',
  statements: 'CafStatement',
  lines: 'CafStatementLine',
  memory: 'CafMemory',
} as const;

const text = { type: String, required: true };
const optional = { type: String };
const count = { type: Number, required: true };
const at = { type: Date, required: true };
const flag = { type: Boolean, required: true };
const value = { type: Schema.Types.Mixed, required: true };
/** Plain values of the domain, checked there. */
const maybe = Schema.Types.Mixed;
const empty = { type: String, default: '' };

/** `minimize` would drop an empty count of exclusions. */
const options = (collection: string) => ({ collection, versionKey: false as const, minimize: false });
const own = { _id: text, agencyId: text };
const versioned = { version: count, savedAt: at, savedBy: empty, commandId: text, value };

const settings = schemaOf<SettingsDoc>({ ...own, entityId: text, ...versioned }, options('settings'));
settings.index({ agencyId: 1, entityId: 1, version: -1 }, { unique: true });

const stations = schemaOf<StationDoc>({ ...own, stationId: text, ...versioned }, options('stations'));
stations.index({ agencyId: 1, stationId: 1, version: -1 }, { unique: true });

const runs = schemaOf<RunDoc>(
  {
    ...{
      ...own,
      scope: value,
      dry: flag,
      regenerates: optional,
      state: text,
      startedAt: at,
      startedBy: empty,
    },
    ...{
      heldUntil: at,
      examined: Number,
      faults: maybe,
      faultCount: count,
      included: count,
      excluded: maybe,
    },
    ...{ total1Cents: count, total2Cents: count, fileId: optional },
  },
  options('runs'),
);
runs.index({ heldUntil: 1 }, { partialFilterExpression: { state: 'RUNNING' } });
runs.index({ agencyId: 1, 'scope.entityId': 1, state: 1, startedAt: -1 });

const files = schemaOf<FileDoc>(
  {
    ...{ ...own, series: text, message: text, organisme: text, bailleur: text, runId: text, scope: value },
    ...{ number: count, name: text, document: value, details: count, total1Cents: count, total2Cents: count },
    ...{
      crc32: text,
      excluded: maybe,
      createdAt: at,
      createdBy: empty,
      stationId: empty,
      state: text,
      path: empty,
    },
    ...{ attempts: count, lastError: empty, nextTryAt: at, droppedAt: Date, regeneratedFrom: empty },
  },
  options('files'),
);
files.index({ agencyId: 1, series: 1, number: -1 }, { unique: true });
files.index({ agencyId: 1, runId: 1 }, { unique: true });
files.index({ agencyId: 1, name: 1 });
files.index({ agencyId: 1, createdAt: -1, _id: -1 });
// Not a negation: the embedded engine's partial indexes hold equality.
files.index({ nextTryAt: 1 }, { name: 'due_waiting', partialFilterExpression: { state: 'WAITING' } });
files.index({ nextTryAt: -1 }, { name: 'due_renaming', partialFilterExpression: { state: 'RENAMING' } });

const radiations = schemaOf<RadiationDoc>(
  {
    ...{
      ...own,
      entityId: text,
      organisme: empty,
      occupantId: text,
      account: empty,
      name: empty,
      nature: text,
    },
    ...{ leaving: value, state: text, why: empty, runId: empty, fileId: empty, recordedAt: at, seq: count },
  },
  options('radiations'),
);
radiations.index({ agencyId: 1, 'leaving.leaseId': 1, occupantId: 1, seq: 1 });
radiations.index({ agencyId: 1, entityId: 1, organisme: 1, state: 1 });
radiations.index({ agencyId: 1, runId: 1 });
radiations.index({ agencyId: 1, fileId: 1 });
radiations.index({ agencyId: 1, recordedAt: -1, _id: -1 });
radiations.index({ recordedAt: 1 }, { name: 'waiting', partialFilterExpression: { state: 'PENDING' } });

const cases = schemaOf<CaseDoc>(
  {
    ...{ ...own, leaseId: text, entityId: text, account: empty, name: empty, unit: empty, scheme: text },
    ...{ organisme: empty, firstDefaultOn: text, constituted: maybe, debtCents: count, withheldCents: count },
    ...{
      firstMonth: empty,
      lastMonth: empty,
      months: count,
      plan: flag,
      inCaf32: flag,
      reported: maybe,
      clearedOn: optional,
    },
  },
  options('legal_cases'),
);
cases.index({ agencyId: 1, leaseId: 1 });
cases.index({ agencyId: 1, clearedOn: 1 });

const offers = schemaOf<OfferDoc>(
  { ...own, leaseId: text, receivedOn: text, answeredOn: optional, accepted: Boolean },
  options('offers'),
);
offers.index({ agencyId: 1, receivedOn: -1 });

const scans = schemaOf<ScanDoc>({ _id: text, scannedAt: at, day: text, alerts: maybe }, options('scans'));
const told = schemaOf<ToldDoc>({ ...own, leaseId: text, sharers: count, at }, options('told'));

const statements = schemaOf<StatementDoc>(
  {
    ...{ ...own, state: text, document: value, contentHash: empty, entityId: empty, organisme: empty },
    ...{ bailleur: empty, aidTypes: [String], months: [String], blocks: maybe, shape: maybe, importedAt: at },
    ...{
      importedBy: empty,
      heldUntil: at,
      totals: value,
      progress: maybe,
      problem: maybe,
      validatedAt: Date,
      validatedBy: empty,
    },
    // Of the same landlord, kind of aid, month and content there is one.
    guard: optional,
  },
  options('statements'),
);
statements.index({ agencyId: 1, importedAt: -1, _id: -1 });
statements.index(
  { agencyId: 1, guard: 1 },
  { unique: true, partialFilterExpression: { guard: { $exists: true } } },
);
statements.index({ heldUntil: 1 }, { name: 'reading', partialFilterExpression: { state: 'READING' } });
statements.index({ heldUntil: -1 }, { name: 'posting', partialFilterExpression: { state: 'POSTING' } });

const lines = schemaOf<LineDoc>(
  {
    ...{
      ...own,
      statementId: text,
      number: count,
      block: count,
      aidType: empty,
      reference: empty,
      allocataire: empty,
    },
    ...{
      lastName: empty,
      firstName: empty,
      month: text,
      amountCents: count,
      withheldCents: count,
      selected: flag,
    },
    ...{ tenant: maybe, matchedBy: empty, uniqueNumber: empty, postingId: empty, postedAt: Date },
    ...{ balanceAfterCents: count, postingError: empty, paymentKey: optional, twin: maybe },
  },
  options('statement_lines'),
);
lines.index({ agencyId: 1, statementId: 1, number: 1 }, { unique: true });
lines.index({ agencyId: 1, paymentKey: 1 });

const memory = schemaOf<MemoryDoc>({ ...own, key: text, tenant: value, by: empty, at }, options('memory'));

export const SCHEMAS = [
  { name: NAMES.settings, schema: settings },
  { name: NAMES.stations, schema: stations },
  { name: NAMES.runs, schema: runs },
  { name: NAMES.files, schema: files },
  { name: NAMES.radiations, schema: radiations },
  { name: NAMES.cases, schema: cases },
  { name: NAMES.offers, schema: offers },
  { name: NAMES.scans, schema: scans },
  { name: NAMES.told, schema: told },
  { name: NAMES.statements, schema: statements },
  { name: NAMES.lines, schema: lines },
  { name: NAMES.memory, schema: memory },
];
