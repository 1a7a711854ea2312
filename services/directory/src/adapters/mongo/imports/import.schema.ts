import type { Stored } from '@intervia/mongo';
import { schemaOf } from '@intervia/mongo';
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

const IMPORT_RUN_FIELDS = {
  /** The agency. */
  _id: String,
  runId: String,
  until: Date,
};

/** The one run of an agency that goes on. */
export type ImportRunDocument = Stored<typeof IMPORT_RUN_FIELDS>;

const SOURCE_VERSION_FIELDS = {
  /** Agency, type, id, with slashes between. */
  _id: String,
  agencyId: String,
  version: Number,
};

export type SourceVersionDocument = Stored<typeof SOURCE_VERSION_FIELDS>;

export const importSchema = schemaOf<ImportDocument>(
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

export const importRunSchema = schemaOf<ImportRunDocument>(IMPORT_RUN_FIELDS, {
  collection: 'importRuns',
  versionKey: false,
});

export const sourceVersionSchema = schemaOf<SourceVersionDocument>(SOURCE_VERSION_FIELDS, {
  collection: 'sourceVersions',
  versionKey: false,
});
