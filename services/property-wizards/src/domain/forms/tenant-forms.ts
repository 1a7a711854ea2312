import type { FiscalLine } from './mandate-forms.js';
import type { AccountForm, BankAccount, Code, DocumentRef, PartyForm, Periodicity } from './parties.js';

export interface TenantPartyStep {
  readonly party?: PartyForm;
}

export type LeaseKind =
  | ''
  | 'UNFURNISHED'
  | 'FURNISHED'
  | 'STUDENT'
  | 'MOBILITY'
  | 'FLAT_SHARE'
  | 'FLAT_SHARE_SEVERAL'
  | 'COMMERCIAL'
  | 'CIVIL';

export interface HousingAid {
  readonly kind: '' | 'APL' | 'AL';
  readonly fund: '' | 'CAF' | 'MSA';
  readonly fundCode: string;
  readonly beneficiaryNumber: string;
  readonly amountCents: number;
  readonly paidTo: '' | 'LANDLORD' | 'TENANT';
}

export interface Sharer {
  readonly id: string;
  readonly party?: PartyForm;
  readonly enteredOn: string;
  readonly share: number;
  readonly aid?: HousingAid;
  readonly accountNumber?: Code;
}

export interface TenantAccountStep {
  readonly kind: LeaseKind;
  readonly account?: AccountForm;
  readonly sharers: readonly Sharer[];
  readonly furnished: boolean;
}

export interface TemporaryLine {
  readonly line?: FiscalLine;
  readonly from: string;
  readonly to: string;
}

export type ProRataMethod = '' | 'ACTUAL_DAYS' | 'THIRTY_360' | 'TWELFTHS_365';

export interface DirectDebit {
  readonly basis: '' | 'NONE' | 'BALANCE' | 'LAST_CALL' | 'LAST_CALL_LESS_AID';
  readonly day: number;
  readonly bank?: BankAccount;
  readonly mandateReference?: Code;
  readonly creditorId: string;
  readonly oneOff: boolean;
  readonly signedOn: string;
}

export interface RentCallStep {
  readonly from: string;
  readonly periodicity: Periodicity;
  readonly timing: '' | 'IN_ADVANCE' | 'IN_ARREARS';
  readonly permanentLines: readonly FiscalLine[];
  readonly temporaryLines: readonly TemporaryLine[];
  readonly proRata: ProRataMethod;
  readonly aid?: HousingAid;
  readonly debit?: DirectDebit;
}

export type RentIndex = '' | 'NONE' | 'IRL' | 'ILC' | 'ILAT';

export interface LeaseStep {
  readonly signedOn: string;
  readonly effectOn: string;
  readonly endsOn: string;
  readonly lengthMonths: number;
  readonly use: string;
  readonly noticeMonths: number;
  readonly specialConditions: string;
  readonly index: RentIndex;
  readonly referenceQuarter: string;
  readonly referenceValue: number;
  readonly nextRevisionOn: string;
  readonly frozen: boolean;
  readonly gliExcluded: boolean;
  readonly vacancyInsured: boolean;
}

export interface Guarantor {
  readonly id: string;
  readonly kind: '' | 'PERSON' | 'COMPANY' | 'VISALE' | 'BANK';
  readonly party?: PartyForm;
  readonly amountCents: number;
  readonly from: string;
  readonly until: string;
  readonly sharerId: string;
  readonly reference: string;
}

export interface DepositStep {
  readonly amountCents: number;
  readonly paidOn: string;
  readonly heldBy: '' | 'AGENCY' | 'OWNER';
  readonly guarantors: readonly Guarantor[];
}

export interface Alarm {
  readonly id: string;
  readonly kind: '' | 'INSURANCE' | 'BOILER' | 'CHIMNEY' | 'OTHER';
  readonly label: string;
  readonly dueOn: string;
  readonly everyMonths: number;
}

export interface VariousStep {
  readonly insurer: string;
  readonly policy: string;
  readonly insuranceExpiresOn: string;
  readonly alarms: readonly Alarm[];
  readonly notes: string;
  readonly documents: readonly DocumentRef[];
}
