import type { FileDocument, PartyFile, PostalAddress, RentLine, UnitFile } from './types.js';

/** A tenant's file as the gateway answers it. */
export interface Alarm {
  id: string;
  kind?: 'INSURANCE' | 'BOILER' | 'CHIMNEY' | 'OTHER';
  label: string;
  dueOn: string;
  everyMonths: number;
  doneOn: string;
}

export interface DueAlarm {
  alarm?: Alarm;
  leaseId: string;
  tenantName: string;
  unitLabel: string;
  buildingName: string;
}

export interface HousingAid {
  kind?: 'APL' | 'AL';
  fund?: 'CAF' | 'MSA';
  organisme: string;
  allocataireNumber: string;
  amountCents: number;
  paidToLandlord: boolean;
}

export interface FlatSharer {
  id: string;
  partyId: string;
  enteredOn: string;
  leftOn: string;
  shareBp: number;
  aid?: HousingAid;
  accountNumber: string;
}

export interface Notice {
  id: string;
  sharerId: string;
  reason?: string;
  receivedOn: string;
  leavesOn: string;
  newAddress?: PostalAddress;
  remarks: string;
}

interface Departure {
  id: string;
  sharerId: string;
  reason?: string;
  leftOn: string;
  balanceCents: number;
}

interface RentRevision {
  id: string;
  effectOn: string;
  index?: string;
  quarter: string;
  value: number;
  oldRentCents: number;
  newRentCents: number;
}

interface Guarantor {
  id: string;
  kind?: string;
  partyId: string;
  name: string;
  amountCents: number;
  from: string;
  until: string;
  sharerId: string;
}

export interface LeaseFile {
  id: string;
  version: number;
  unitId: string;
  kind?: string;
  flatShare: boolean;
  separateContracts: boolean;
  sharers: FlatSharer[];
  signedOn: string;
  effectOn: string;
  endsOn: string;
  lengthMonths: number;
  use: string;
  noticeMonths: number;
  specialConditions: string;
  revision?: {
    index?: string;
    referenceQuarter: string;
    referenceValue: number;
    nextOn: string;
    frozen: boolean;
  };
  gliExcluded: boolean;
  vacancyInsured: boolean;
  calledFrom: string;
  calledEvery?: string;
  calledInArrears: boolean;
  permanentLines: RentLine[];
  temporaryLines: RentLine[];
  aid?: HousingAid;
  cafNumber: string;
  debit?: { basis?: string; day: number; rum: string; iban: string; signedOn: string };
  deposit?: { amountCents: number; paidOn: string; handedToOwner: boolean; returnedOn: string };
  guarantors: Guarantor[];
  insurance?: { insurer: string; policy: string; expiresOn: string };
  alarms: Alarm[];
  notes: string;
  documents: FileDocument[];
  notices: Notice[];
  departures: Departure[];
  revisions: RentRevision[];
  leftOn: string;
}

export interface RentCall {
  id: string;
  month: string;
  dueOn: string;
  from: string;
  until: string;
  lines: { label: string; amountCents: number }[];
  totalCents: number;
  aidCents: number;
  paidCents: number;
  settledOn: string;
}

export interface TenantFile {
  lease?: LeaseFile;
  account?: { id: string; number: string; label: string; balanceCents: number };
  party?: PartyFile;
  sharerParties: PartyFile[];
  unit?: UnitFile;
  building?: { id: string; name: string; address?: PostalAddress };
  unpaid: RentCall[];
  lastCall?: RentCall;
  debtCents: number;
}

export interface LeaseRow {
  lease?: LeaseFile;
  tenantName: string;
  accountNumber: string;
  balanceCents: number;
  unitLabel: string;
  buildingName: string;
}

export interface Revision {
  newRentCents: number;
  newQuarter: string;
  newValue: number;
  referenceValue: number;
  effectOn: string;
  nextRevisionOn: string;
  refusals: RevisionFinding[];
  warnings: RevisionFinding[];
}

interface RevisionFinding {
  path: string;
  code: string;
  detail: string;
}

export interface DepartureResult {
  leaseId: string;
  sharerId: string;
  code: string;
  detail?: string;
}
