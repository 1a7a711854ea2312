import type { PartyForm } from '../forms/parties.js';
import type { EnergyDiagnostic, FiscalLine, UnitForm } from '../forms/mandate-forms.js';
import type { ProRataMethod } from '../forms/tenant-forms.js';
import type { Quarter } from '../irl/series.js';

/** How account numbers of one kind are made in an entity. */
export interface AccountRoot {
  readonly kind: 'TENANT' | 'OWNER';
  readonly root: string;
  /** Of the whole number; 0 for as long as it comes. */
  readonly length: number;
  readonly padded: boolean;
}

export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly roots: readonly AccountRoot[];
  readonly ics: string;
  readonly proRata: Exclude<ProRataMethod, ''>;
  readonly provisionsAccount: string;
}

export type Mention = 'G' | 'T' | 'SYNDIC';

export interface Card {
  readonly id: string;
  readonly number: string;
  readonly holder: string;
  readonly mentions: readonly Mention[];
  readonly validUntil: string;
}

export type KeyKind =
  | 'PARTY_CODE'
  | 'ACCOUNT_NUMBER'
  | 'BUILDING_CODE'
  | 'PHYSICAL_CODE'
  | 'MANAGEMENT_CODE'
  | 'MANDATE_NUMBER'
  | 'SEPA_MANDATE';

export interface Key {
  readonly kind: KeyKind;
  /** The entity of an account number; card and mention of a mandate number. */
  readonly scope: string;
  readonly value: string;
}

export const keyText = ({ kind, scope, value }: Key): string => `${kind}/${scope}/${value.toLowerCase()}`;

/** The unit that a tenant enters, and whose it is. */
export interface KnownUnit {
  readonly id: string;
  readonly label: string;
  readonly buildingName: string;
  readonly buildingCode: string;
  readonly postalCode: string;
  readonly kind: UnitForm['kind'];
  readonly furnished: boolean;
  readonly habitableSurface: number;
  readonly taxIdentifier: string;
  readonly referenceLines: readonly FiscalLine[];
  readonly depositCents: number;
  readonly lastRentCents: number;
  readonly lastDepartureOn: string;
  readonly energy?: EnergyDiagnostic;
  readonly mandateId: string;
  readonly managerId: string;
  readonly accountantId: string;
  readonly assistantId: string;
  /** A legal person other than a family SCI. */
  readonly companyOwner: boolean;
  /** The mandate includes an insurance of unpaid rents. */
  readonly gli: boolean;
  /** Of the owner's account. */
  readonly entityId: string;
  readonly presentTenants: string;
  /** End of the notice that was given; '' for none. */
  readonly leavesOn: string;
}

export interface KnownBuilding {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly postalCode: string;
}

export interface KnownMandate {
  readonly id: string;
  readonly number: string;
  readonly ownerName: string;
  readonly accountId: string;
  readonly ended: boolean;
  readonly managerId: string;
  readonly accountantId: string;
  readonly assistantId: string;
  readonly ownerPartyId: string;
  readonly thresholdCents: number;
}

export interface KnownParty {
  readonly form: PartyForm;
  readonly name: string;
}

/** Everything of the outside that codes and checks look at, read before they run. */
export interface Known {
  readonly today: string;
  readonly entities: readonly Entity[];
  readonly cards: readonly Card[];
  /** Next number of each register, by "card/mention". */
  readonly nextNumbers: ReadonlyMap<string, number>;
  /** `keyText` of what is taken by others. */
  readonly taken: ReadonlySet<string>;
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly buildings: ReadonlyMap<string, KnownBuilding>;
  readonly units: ReadonlyMap<string, KnownUnit>;
  readonly mandate?: KnownMandate;
  readonly indices: readonly Quarter[];
  /** Whether rent control by commune is to be told. */
  readonly rentControl: boolean;
  readonly formats: Formats;
}

/** Formats of others, read by libraries behind a port. */
export interface Formats {
  isIban(text: string): boolean;
  isBic(text: string): boolean;
  /** E.164, '' when it is no number; a national one is read as of the postcode's country. */
  phone(text: string, postalCode: string): string;
}

export const registerKey = (cardId: string, mention: Mention): string => `${cardId}/${mention.toLowerCase()}`;
