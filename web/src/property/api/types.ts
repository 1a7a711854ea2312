import type { DocumentRef } from '../../api/types.js';
import type { Values } from '../forms/field.js';
import type { StepCode, WizardCode } from '../wizards/wizard.js';

/** What the gateway answers under /api/property: proto messages as JSON, with their French. */
interface UserRef {
  id: string;
  name: string;
}

export interface Presence {
  user?: UserRef;
  step?: StepCode;
  seenAt?: string;
}

/** Of a field, in the form of its step: "party.siret". `detail` says why and what to do. */
export interface Finding {
  path: string;
  code: string;
  detail: string;
  /** Where the law says it. */
  source?: string;
}

export interface Computed {
  path: string;
  value: string;
  detail: string;
  provisional: boolean;
}

export interface StepState {
  step: StepCode;
  itemId: string;
  version: number;
  done: boolean;
  content?: Values & { unread?: Record<string, string> };
  faults: Finding[];
  warnings: Finding[];
  computed: Computed[];
  savedBy?: UserRef;
  savedAt?: string;
}

export interface MadeFile {
  kind: 'PARTY' | 'ACCOUNT' | 'BUILDING' | 'UNIT' | 'MANDATE' | 'LEASE';
  id: string;
  label: string;
}

export interface DraftFault {
  step: StepCode;
  itemId: string;
  finding: Finding;
}

export type FinalSaveState = 'RUNNING' | 'DONE' | 'REFUSED';

export interface FinalSave {
  state: FinalSaveState;
  progress: number;
  total: number;
  files: MadeFile[];
  faults: DraftFault[];
  mandateNumber: string;
  unitIds: string[];
}

export interface Draft {
  id: string;
  wizard: WizardCode;
  title: string;
  unitId: string;
  mandateId: string;
  version: number;
  steps: StepState[];
  resumeStep?: StepCode;
  resumeItemId: string;
  complete: boolean;
  savedBy?: UserRef;
  savedAt?: string;
  presences: Presence[];
  finalSave?: FinalSave;
  keepable: boolean;
  presentTenants: string;
  about: string;
}

export interface DraftRow {
  id: string;
  wizard: WizardCode;
  title: string;
  unitId: string;
  resumeStep?: StepCode;
  complete: boolean;
  savedBy?: UserRef;
  savedAt?: string;
  presences: Presence[];
  finalSave?: FinalSaveState;
  presentTenants: string;
  about: string;
}

export interface SavedStep {
  step: StepState;
  resumeStep?: StepCode;
  complete: boolean;
  keepable: boolean;
  title: string;
  others: StepState[];
}

export interface PostalAddress {
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  country: string;
}

export interface FileDocument {
  document?: DocumentRef;
  label: string;
  photo: boolean;
}

export interface PartyFile {
  id: string;
  code: string;
  kind?: 'PERSON' | 'COMPANY';
  gender?: string;
  lastName: string;
  firstName: string;
  companyName: string;
  legalForm: string;
  siren: string;
  siret: string;
  familySci: boolean;
  bornOn: string;
  bornAt: string;
  address?: PostalAddress;
  phone: string;
  mobiles: string[];
  mails: string[];
  correspondent: string;
  profession: string;
  incomeCents: number;
  employer: string;
  status?: string;
  documents: FileDocument[];
  name: string;
}

export interface AccountingEntity {
  id: string;
  name: string;
  closed: boolean;
}

export interface ProfessionalCard {
  id: string;
  number: string;
  issuedBy: string;
  mentions: string[];
}

export interface RentLine {
  id: string;
  label: string;
  fiscalCode: string;
  kind?: 'RENT' | 'CHARGES' | 'OTHER';
  amountCents: number;
  vatBp: number;
  from: string;
  until: string;
}

export interface Certificate {
  kind?: string;
  number: string;
  madeOn: string;
  expiresOn: string;
  energyClass: string;
  climateClass: string;
}

export interface UnitFile {
  id: string;
  buildingId: string;
  physicalCode: string;
  managementCode: string;
  label: string;
  kind?: string;
  staircase: string;
  floor: string;
  door: string;
  habitableDm2: number;
  carrezDm2: number;
  rooms: number;
  furnished: boolean;
  taxIdentifier: string;
  referenceLines: RentLine[];
  certificates: Certificate[];
  keyNumbers: string[];
  mandateId: string;
  documents: FileDocument[];
}

export interface UnitRow {
  unit?: UnitFile;
  buildingName: string;
  buildingAddress: string;
  ownerName: string;
  tenantNames: string;
  leaseIds: string[];
  leavesOn: string;
}

export interface MandateFile {
  id: string;
  number: string;
  signedOn: string;
  effectOn: string;
  nature: string;
  endedOn: string;
}

export interface MandateRow {
  mandate?: MandateFile;
  ownerName: string;
  accountNumber: string;
  cardNumber: string;
}
