import type { FileDocument, Periodicity, PostalAddress, ProRataMethod, RentLine } from './values.js';

export const LEASE_KINDS = [
  'unfurnished',
  'furnished',
  'student',
  'mobility',
  'commercial',
  'civil',
] as const;
export type LeaseKind = (typeof LEASE_KINDS)[number] | '';

export const RENT_INDEXES = ['irl', 'ilc', 'ilat'] as const;
export type RentIndex = (typeof RENT_INDEXES)[number] | '';

export const AID_KINDS = ['apl', 'al'] as const;
export const AID_FUNDS = ['caf', 'msa'] as const;
export type AidFund = (typeof AID_FUNDS)[number] | '';

export const DEBIT_BASES = ['balance', 'last-call', 'last-call-less-aid'] as const;
export const GUARANTOR_KINDS = ['person', 'company', 'visale', 'bank'] as const;
export const ALARM_KINDS = ['insurance', 'boiler', 'chimney', 'other'] as const;

export const DEPARTURE_REASONS = [
  'tenant-notice',
  'landlord-notice',
  'abandoned',
  'death',
  'eviction',
  'mandate-ended',
  'sharer-left',
] as const;
export type DepartureReason = (typeof DEPARTURE_REASONS)[number] | '';

export interface RevisionTerms {
  index: RentIndex;
  referenceQuarter: string;
  /** Hundredths of a point. */
  referenceValue: number;
  nextOn: string;
  /** Because of the energy class. */
  frozen: boolean;
}

export interface HousingAid {
  kind: (typeof AID_KINDS)[number] | '';
  fund: AidFund;
  organisme: string;
  allocataireNumber: string;
  amountCents: number;
  paidToLandlord: boolean;
  from: string;
  until: string;
}

export interface FlatSharer {
  id: string;
  partyId: string;
  enteredOn: string;
  leftOn: string;
  shareBp: number;
  aid?: HousingAid;
  accountNumber: string;
  iban: string;
  bic: string;
  cafNumber: string;
  /** In whose place it entered; absent in what older releases stored. */
  replacesSharerId?: string;
}

export interface DirectDebit {
  basis: (typeof DEBIT_BASES)[number] | '';
  day: number;
  rum: string;
  ics: string;
  debtor: string;
  iban: string;
  bic: string;
  recurrent: boolean;
  signedOn: string;
}

export interface Deposit {
  amountCents: number;
  paidOn: string;
  handedToOwner: boolean;
  returnedOn: string;
}

export interface Guarantor {
  id: string;
  kind: (typeof GUARANTOR_KINDS)[number] | '';
  partyId: string;
  name: string;
  reference: string;
  amountCents: number;
  from: string;
  until: string;
  sharerId: string;
}

export interface HomeInsurance {
  insurer: string;
  policy: string;
  expiresOn: string;
}

export interface Alarm {
  id: string;
  kind: (typeof ALARM_KINDS)[number] | '';
  label: string;
  dueOn: string;
  everyMonths: number;
  doneOn: string;
}

export interface RepaymentPlan {
  signedOn: string;
  from: string;
  until: string;
  monthlyCents: number;
}

export interface Notice {
  id: string;
  /** Empty: the whole lease. */
  sharerId: string;
  reason: DepartureReason;
  receivedOn: string;
  leavesOn: string;
  newAddress?: PostalAddress;
  remarks: string;
}

export interface Departure {
  id: string;
  /** Empty: the whole lease. */
  sharerId: string;
  reason: DepartureReason;
  leftOn: string;
  newAddress?: PostalAddress;
  lastMonthPaid: boolean;
  balanceCents: number;
  /** Of the notice that it follows; empty for none. */
  noticeId: string;
  noticeReceivedOn: string;
  noticeEndsOn: string;
}

export interface RentRevision {
  id: string;
  askedOn: string;
  effectOn: string;
  index: RentIndex;
  quarter: string;
  value: number;
  oldRentCents: number;
  newRentCents: number;
}

export const EMPTY_LEASE = {
  id: '',
  version: 0,
  unitId: '',
  accountId: '',
  kind: '' as LeaseKind,
  flatShare: false,
  separateContracts: false,
  sharers: [] as FlatSharer[],
  signedOn: '',
  effectOn: '',
  endsOn: '',
  lengthMonths: 0,
  use: '',
  noticeMonths: 0,
  specialConditions: '',
  revision: undefined as RevisionTerms | undefined,
  gliExcluded: false,
  vacancyInsured: false,
  calledFrom: '',
  calledEvery: '' as Periodicity,
  calledInArrears: false,
  permanentLines: [] as RentLine[],
  temporaryLines: [] as RentLine[],
  proRata: '' as ProRataMethod,
  aid: undefined as HousingAid | undefined,
  cafNumber: '',
  debit: undefined as DirectDebit | undefined,
  deposit: undefined as Deposit | undefined,
  guarantors: [] as Guarantor[],
  insurance: undefined as HomeInsurance | undefined,
  alarms: [] as Alarm[],
  notes: '',
  documents: [] as FileDocument[],
  repaymentPlan: undefined as RepaymentPlan | undefined,
  recoveryStartedOn: '',
  notices: [] as Notice[],
  departures: [] as Departure[],
  revisions: [] as RentRevision[],
  /** Empty while the tenant is there. */
  leftOn: '',
  /** Both of the account. */
  partyId: '',
  entityId: '',
};
export type LeaseFile = typeof EMPTY_LEASE;

export const presentSharers = ({ sharers }: Pick<LeaseFile, 'sharers'>): FlatSharer[] =>
  sharers.filter(({ leftOn }) => leftOn === '');

/** Those who are there: the tenant, and the sharers who have not left; each once. */
export const presentPartyIds = (lease: LeaseFile): string[] =>
  lease.leftOn
    ? []
    : [...new Set([lease.partyId, ...presentSharers(lease).map(({ partyId }) => partyId)])].filter(Boolean);

/** A month's, without charges and VAT. */
export const monthlyRent = ({ permanentLines }: Pick<LeaseFile, 'permanentLines'>): number =>
  permanentLines.filter(({ kind }) => kind === 'rent').reduce((sum, { amountCents }) => sum + amountCents, 0);
