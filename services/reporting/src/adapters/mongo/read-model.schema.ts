import { Schema } from 'mongoose';

/** A read model is rebuilt beside the one that serves: each agency's has a number. */
export interface ModelDocument {
  /** The agency's id. */
  _id: string;
  serving: number;
  building?: number;
  builtAt?: Date;
  /** The generation whose rows stand in pages too. None: a model of an older release, paged when it is first read. */
  paged?: number;
}

/** All that is known of a ticket: what rows are folded from. */
export interface FactsDocument {
  /** `<generation>/<ticket id>` */
  _id: string;
  agencyId: string;
  generation: number;
  revision: number;
  deleted?: true;
  /** Head and facts as JSON: read whole, never searched. */
  state?: string;
  /** Pages in which its row has ever stood: the last one, and those it moved out of. */
  pages?: string[];
}

/** What is measured, and nothing else: a year of an agency is read in one range of one index. */
export interface RowDocument {
  _id: string;
  agencyId: string;
  generation: number;
  revision: number;
  requestedAt: Date;
  closedAt?: Date;
  buildingId: string;
  unitId: string;
  open: boolean;
  /** The row as JSON: read whole and never searched. */
  row: string;
}

/** The rows of a day, read whole. */
export interface PageDocument {
  /** `<generation>/<agency>/<day>/<part>` */
  _id: string;
  agencyId: string;
  generation: number;
  /** Days since 1970, UTC. */
  day: number;
  revision: number;
  /** JSON: `[ticket id, revision, packed row or null]` each. */
  lines: string;
}

export const MODEL = 'ReadModel';
export const FACTS = 'TicketFacts';
export const ROW = 'TicketRow';
export const PAGE = 'RowPage';

export const modelSchema = new Schema<ModelDocument>(
  {
    _id: { type: String, required: true },
    serving: { type: Number, required: true },
    building: Number,
    builtAt: Date,
    paged: Number,
  },
  { collection: 'read_models', versionKey: false },
);
modelSchema.index({ building: 1 }, { partialFilterExpression: { building: { $exists: true } } });

export const factsSchema = new Schema<FactsDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    generation: { type: Number, required: true },
    revision: { type: Number, required: true },
    deleted: Boolean,
    state: String,
    pages: { type: [String], default: undefined },
  },
  { collection: 'ticket_facts', versionKey: false },
);
factsSchema.index({ agencyId: 1, generation: 1 });

export const rowSchema = new Schema<RowDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    generation: { type: Number, required: true },
    revision: { type: Number, required: true },
    requestedAt: { type: Date, required: true },
    closedAt: Date,
    buildingId: String,
    unitId: String,
    open: { type: Boolean, required: true },
    row: { type: String, required: true },
  },
  { collection: 'ticket_rows', versionKey: false },
);
rowSchema.index({ agencyId: 1, generation: 1, requestedAt: 1 });
rowSchema.index({ agencyId: 1, generation: 1, buildingId: 1, requestedAt: 1 });
rowSchema.index({ agencyId: 1, generation: 1, closedAt: 1 });
rowSchema.index({ agencyId: 1, generation: 1, buildingId: 1, closedAt: 1 });
rowSchema.index({ agencyId: 1, generation: 1, open: 1, requestedAt: 1 });

export const pageSchema = new Schema<PageDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    generation: { type: Number, required: true },
    day: { type: Number, required: true },
    revision: { type: Number, required: true },
    lines: { type: String, required: true },
  },
  { collection: 'ticket_pages', versionKey: false },
);
pageSchema.index({ agencyId: 1, generation: 1, day: 1 });
