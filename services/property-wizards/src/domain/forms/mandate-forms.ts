import type {
  AccountForm,
  BankAccount,
  Code,
  DocumentRef,
  PartyForm,
  Periodicity,
  PostalAddress,
} from './parties.js';

export interface OwnerStep {
  readonly party?: PartyForm;
}

export interface JointOwner {
  readonly id: string;
  readonly party?: PartyForm;
  readonly share: number;
  readonly accountNumber?: Code;
  readonly bank?: BankAccount;
}

export interface OwnerAccountStep {
  readonly account?: AccountForm;
  readonly bank?: BankAccount;
  readonly paidBy: '' | 'TRANSFER' | 'CHEQUE';
  readonly statement: Periodicity;
  readonly share: number;
  readonly jointOwners: readonly JointOwner[];
}

export interface Fee {
  readonly rate: number;
  readonly vat: number;
}

export interface MandateStep {
  readonly number?: Code;
  readonly cardId: string;
  readonly signedOn: string;
  readonly effectOn: string;
  readonly lengthMonths: number;
  readonly tacitRenewal: boolean;
  readonly noticeMonths: number;
  readonly nature: string;
  readonly powers: string;
  readonly mayReceiveMoney: boolean;
  readonly managementFee?: Fee;
  readonly lettingFeeCents: number;
  readonly accountsRendered: Periodicity;
  readonly gli: boolean;
  readonly spendingCeilingCents: number;
  readonly provisionsAccount: string;
  readonly remarks: string;
  readonly documents: readonly DocumentRef[];
}

export interface BuildingForm {
  readonly buildingId: string;
  /** Another unit of the draft, on whose new building this one is too. */
  readonly ofItemId: string;
  readonly code?: Code;
  readonly name: string;
  readonly address?: PostalAddress;
  readonly yearBuilt: number;
  readonly floors: number;
  readonly lift: boolean;
  readonly heating: '' | 'COLLECTIVE' | 'INDIVIDUAL' | 'NONE';
  readonly energy: '' | 'GAS' | 'ELECTRICITY' | 'OIL' | 'WOOD' | 'DISTRICT' | 'OTHER';
  readonly syndic: string;
  readonly insurance: string;
  readonly digicode: string;
  readonly caretaker: string;
  readonly documents: readonly DocumentRef[];
}

export interface Diagnostic {
  readonly doneOn: string;
  readonly expiresOn: string;
}

export interface EnergyDiagnostic {
  readonly number: string;
  readonly doneOn: string;
  readonly energyClass: string;
  readonly gesClass: string;
  readonly attestationOn: string;
  readonly attestationClass: string;
  readonly yearlyCostFromCents: number;
  readonly yearlyCostToCents: number;
}

export interface FiscalLine {
  readonly id: string;
  readonly label: string;
  readonly fiscalCode: string;
  /** A month's, whatever the periodicity. */
  readonly amountCents: number;
  readonly vat: number;
  readonly kind: '' | 'RENT' | 'CHARGES' | 'OTHER';
}

export interface UnitForm {
  readonly source: '' | 'NEW' | 'SYNDIC';
  readonly unitId: string;
  readonly rcpNumber: string;
  readonly planNumber: string;
  readonly physicalCode?: Code;
  readonly managementCode?: Code;
  readonly kind: '' | 'FLAT' | 'HOUSE' | 'PARKING' | 'CELLAR' | 'COMMERCIAL' | 'OTHER';
  readonly staircase: string;
  readonly floor: string;
  readonly door: string;
  readonly habitableSurface: number;
  readonly carrezSurface: number;
  readonly rooms: number;
  readonly bedrooms: number;
  readonly furnished: boolean;
  readonly equipment: readonly string[];
  readonly annexes: readonly string[];
  readonly taxIdentifier: string;
  readonly referenceLines: readonly FiscalLine[];
  readonly depositCents: number;
  readonly lastRentCents: number;
  readonly lastDepartureOn: string;
  readonly energy?: EnergyDiagnostic;
  readonly electricity?: Diagnostic;
  readonly gas?: Diagnostic;
  readonly lead?: Diagnostic;
  readonly asbestos?: Diagnostic;
  readonly risks?: Diagnostic;
  readonly keyNumbers: readonly string[];
  readonly documents: readonly DocumentRef[];
}

export interface UnitStep {
  readonly building?: BuildingForm;
  readonly unit?: UnitForm;
}
