import { Schema } from 'mongoose';
import type { ImportProgress } from '../../../domain/imports/import.js';

export const IMPORT = 'Import';
export const IMPORT_RUN = 'ImportRun';
export const SOURCE_VERSION = 'SourceVersion';

export interface ImportDocument extends ImportProgress {
  /** Agency, slash, import. */
  _id: string;
  agencyId: string;
  expiresAt: Date;
}

/** The one run of an agency that goes on. */
export interface ImportRunDocument {
  /** The agency. */
  _id: string;
  runId: string;
  until: Date;
}

export interface SourceVersionDocument {
  /** Agency, type, id, with slashes between. */
  _id: string;
  agencyId: string;
  version: number;
}

export const importSchema = new Schema<ImportDocument>(
  {
    _id: String,
    agencyId: String,
    importId: String,
    lastLine: Number,
    stored: Number,
    unchanged: Number,
    older: Number,
    refused: Number,
    startedAt: Date,
    updatedAt: Date,
    finished: Boolean,
    expiresAt: Date,
  },
  { collection: 'imports', versionKey: false },
);
importSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const importRunSchema = new Schema<ImportRunDocument>(
  { _id: String, runId: String, until: Date },
  { collection: 'importRuns', versionKey: false },
);

export const sourceVersionSchema = new Schema<SourceVersionDocument>(
  { _id: String, agencyId: String, version: Number },
  { collection: 'sourceVersions', versionKey: false },
);
