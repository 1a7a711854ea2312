/** What the gateway's CAF routes answer; amounts that may be large come as texts. */
export type MessageCode = 'CAF12' | 'CAF32' | 'CAF42';
export interface NamedText {
  name: string;
  value: string;
}
export interface NamedCount {
  name: string;
  count: number;
}
export interface Fault {
  code: string;
  field: string;
  account: string;
  name: string;
  value: string;
  limit: number;
  leaseId: string;
}
export interface Organisme {
  organisme: string;
  scheme: 'CAF' | 'MSA';
  label: string;
  codeBailleur: string;
}
export interface FiscalCodes {
  from: string;
  furnished: string;
  unfurnished: string;
}
export interface CafSettings {
  entityId: string;
  version: number;
  companyName: string;
  siret: string;
  etablissement: string;
  guichet: string;
  compte: string;
  iban: string;
  organismes: Organisme[];
  fiscalCodes: FiscalCodes[];
  noticeSendsP: boolean;
  arrearsFilter: 'MANUAL' | 'LEGAL';
  environment: 'T' | 'P';
  fileNames: NamedText[];
  layouts: NamedText[];
  stationId: string;
  savedAt?: string;
  savedBy: string;
}
export interface Station {
  id: string;
  version: number;
  name: string;
  pickupFolder: string;
  statementsFolder: string;
  pickupPath: string;
  statementsPath: string;
  pickupWritable: boolean;
}
export interface Entity {
  id: string;
  name: string;
  siret: string;
  iban: string;
  settings?: CafSettings;
  faults: Fault[];
}
export interface LayoutChoice {
  id: string;
  message: string;
  name: string;
  version: string;
}
export interface Ground {
  entities: Entity[];
  stations: Station[];
  layouts: LayoutChoice[];
}
export interface Scope {
  entityId: string;
  message: MessageCode;
  organisme: string;
  year: number;
}
export interface PreviewRow {
  accountId: string;
  account: string;
  leaseId: string;
  name: string;
  unit: string;
  exclusion: string;
  faults: Fault[];
  lines: { label: string; fiscalCode: string; cents: number; counted: 'RENT' | 'CHARGES' | 'NONE' }[];
  byCodes: boolean;
  rentCents: number;
  chargesCents: number;
  shareCents: number;
  entryDate: string;
  entryFrom: string;
  uniqueNumber: string;
  flatShare: boolean;
  facts: NamedText[];
}
export interface Run {
  id: string;
  scope: Scope;
  state: 'RUNNING' | 'BLOCKED' | 'EMPTY' | 'CHECKED' | 'DONE' | 'FAILED';
  dry: boolean;
  faults: Fault[];
  faultCount: number;
  included: number;
  excluded: NamedCount[];
  total1Cents: string;
  total2Cents: string;
  startedAt?: string;
  startedBy: string;
  file?: CafFile;
}
export interface CafFile {
  id: string;
  scope: Scope;
  bailleur: string;
  number: number;
  name: string;
  document?: { sha256: string; size: number };
  details: number;
  total1Cents: string;
  total2Cents: string;
  crc32: string;
  createdAt?: string;
  createdBy: string;
  state: 'WAITING' | 'DROPPED';
  path: string;
  droppedAt?: string;
  attempts: number;
  lastError: string;
  regeneratedFrom: string;
  excluded: NamedCount[];
}
export interface Radiation {
  id: string;
  leaseId: string;
  account: string;
  name: string;
  nature: 'P' | 'D' | 'A';
  reason: number;
  noticeDate: string;
  noticeEnd: string;
  departedOn: string;
  state: string;
  why: string;
  fileName: string;
}
export interface LegalCase {
  id: string;
  leaseId: string;
  account: string;
  name: string;
  unit: string;
  rule: number;
  source: string;
  firstDefaultOn: string;
  constitutedOn: string;
  debtCents: string;
  withheldCents: string;
  thresholdCents: string;
  firstMonth: string;
  lastMonth: string;
  months: number;
  deadline: string;
  daysLeft: number;
  reportedOn: string;
  reportedBy: string;
  reportedHow: string;
  proof?: { name: string };
  clearedOn: string;
  scheme?: 'CAF' | 'MSA';
  organisme: string;
  plan: boolean;
  inCaf32: boolean;
}
export interface CafAlert {
  kind: string;
  leaseId: string;
  account: string;
  name: string;
  unit: string;
  since: string;
  deadline: string;
  facts: NamedText[];
  offerId: string;
}
export interface Total {
  lines: number;
  amountCents: string;
  withheldCents: string;
}
export interface Statement {
  id: string;
  state: 'READING' | 'REFUSED' | 'OPEN' | 'POSTING' | 'POSTED';
  document?: { name: string; size: number };
  entityId: string;
  organisme: string;
  bailleur: string;
  months: string[];
  blocks: { number: number; aidType: string; date: string; label: string; total?: Total }[];
  encoding: string;
  lineEnds: string;
  importedAt?: string;
  importedBy: string;
  all?: Total;
  selected?: Total;
  unselected?: Total;
  unmatched?: Total;
  posted?: Total;
  refusalCode: string;
  refusal: string;
  validatedAt?: string;
  validatedBy: string;
}
export interface StatementLine {
  id: string;
  number: number;
  block: number;
  aidType: string;
  reference: string;
  allocataire: string;
  lastName: string;
  firstName: string;
  month: string;
  amountCents: string;
  withheldCents: string;
  selected: boolean;
  leaseId: string;
  account: string;
  tenantName: string;
  matchedBy: string;
  uniqueNumber: string;
  postingId: string;
  balanceAfterCents: string;
  postingError: string;
}
export interface Suggestion {
  leaseId: string;
  sharerId: string;
  account: string;
  name: string;
  unit: string;
}
