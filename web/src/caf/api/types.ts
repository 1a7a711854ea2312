import type * as api from '../../api/types.js';

/**
 * What the CAF's routes answer, as the API's document describes it. An enumeration is left out of an answer only where nothing
 * was chosen: those that always stand are said to, here.
 */
type Sure<T, K extends keyof T> = Omit<T, K> & Required<Pick<T, K>>;

export type {
  CafAlert,
  CafFault as Fault,
  CafMessage as MessageCode,
  FiscalCodes,
  NamedText,
  StatementLine,
  StatementTotal as Total,
  TechnicalStation as Station,
  TenantSuggestion as Suggestion,
} from '../../api/types.js';

export type Organisme = Sure<api.Organisme, 'scheme'>;

export interface CafSettings extends Omit<
  Sure<api.CafSettings, 'arrearsFilter'>,
  'organismes' | 'environment'
> {
  organismes: Organisme[];
  environment: api.CafEnvironment;
}

export interface Entity extends Omit<api.CafEntity, 'settings'> {
  settings?: CafSettings;
}

export interface Ground extends Omit<api.ListCafEntitiesResponse, 'entities'> {
  entities: Entity[];
}

/** The year is asked of CAF12 alone. */
export interface Scope extends Omit<Sure<api.FileScope, 'message'>, 'year'> {
  year?: number;
}

export interface PreviewRow extends Omit<api.CafPreviewRow, 'lines'> {
  lines: (Omit<api.ExplainedLine, 'counted'> & { counted: 'RENT' | 'CHARGES' | 'NONE' })[];
}

export type CafFile = Sure<api.CafFile, 'state'>;

export interface Run extends Omit<Sure<api.CafRun, 'state'>, 'scope' | 'file'> {
  scope: Scope;
  file?: CafFile;
}

export interface Radiation extends Omit<api.Radiation, 'nature'> {
  nature: 'P' | 'D' | 'A';
}

export type LegalCase = api.LegalCase;
export type Statement = Sure<api.PaymentStatement, 'state'>;
