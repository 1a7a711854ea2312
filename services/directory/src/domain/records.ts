/** What LSC publishes, as the domain speaks of it. Every record's id is LSC's own, unique inside its agency. */

export const ROLES = ['manager', 'assistant', 'accountant', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export type ModuleName = 'syndic' | 'gerance';

/** Manual, "Contrôle des accès": the four boxes; and reopening a closed ticket (specification, 13). */
export interface Rights {
  view: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  reopen: boolean;
}

export interface Channels {
  mail: boolean;
  sms: boolean;
}

export interface Agency {
  id: string;
  name: string;
  address: string;
  phone: string;
  mail: string;
  hideMailFromContractors: boolean;
  smsSender: string;
}

export interface User {
  id: string;
  name: string;
  mail: string;
  phone: string;
  role: Role;
  syndic: Rights;
  gerance: Rights;
  absence?: Absence;
}

/** While it lasts, the delegate also sees the absent user's tickets. */
export interface Absence {
  from: Date;
  until: Date;
  delegateId: string;
}

/** A party's access to the clients' extranet: one a party. */
export interface ClientAccount {
  partyId: string;
  mail: string;
}

export interface Party {
  id: string;
  name: string;
  mails: string[];
  mobiles: string[];
  phone: string;
}

export interface Contractor {
  id: string;
  account: string;
  trade: string;
  party: Party;
  channels: Channels;
  address: string;
}

export interface CouncilMember {
  partyId: string;
  president: boolean;
}

export interface Building {
  id: string;
  reference: string;
  name: string;
  address: string;
  postalCode: string;
  city: string;
  digicode: string;
  syndic: boolean;
  gerance: boolean;
  managerId: string;
  assistantId: string;
  accountantId: string;
  caretakerId: string;
  council: CouncilMember[];
}

export interface Unit {
  id: string;
  buildingId: string;
  reference: string;
  label: string;
  digicode: string;
  ownerId: string;
  tenantIds: string[];
  managerId: string;
  assistantId: string;
  accountantId: string;
  /** Above it the mandate wants the owner's approval before works; 0 for none. */
  approvalThresholdCents: number;
}
