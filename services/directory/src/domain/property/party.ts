import type { Channels, Party } from '../records.js';
import type { FileDocument, PostalAddress } from './values.js';

export const PARTY_KINDS = ['person', 'company'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number] | '';

export const GENDERS = ['mrs', 'mr', 'mr-and-mrs', 'undivided'] as const;
export type Gender = (typeof GENDERS)[number] | '';

export const CONTACT_CHANNELS = ['mail', 'sms', 'phone', 'post'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number] | '';

export const TENANT_STATUSES = ['student', 'apprentice'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number] | '';

export const EMPTY_PARTY = {
  id: '',
  version: 0,
  code: '',
  kind: '' as PartyKind,
  gender: '' as Gender,
  lastName: '',
  firstName: '',
  companyName: '',
  legalForm: '',
  siren: '',
  siret: '',
  familySci: false,
  bornOn: '',
  bornAt: '',
  address: undefined as PostalAddress | undefined,
  phone: '',
  mobiles: [] as string[],
  mails: [] as string[],
  channels: undefined as Channels | undefined,
  preferredChannel: '' as ContactChannel,
  correspondent: '',
  profession: '',
  incomeCents: 0,
  employer: '',
  previousAddress: '',
  status: '' as TenantStatus,
  notes: '',
  documents: [] as FileDocument[],
  /** For people; made from the identity. */
  name: '',
};
export type PartyFile = typeof EMPTY_PARTY;

/** A couple is one party: "Zoé et Paul Lefèvre" is typed as its first name and last name. */
export const partyName = ({ kind, companyName, firstName, lastName }: PartyFile): string =>
  kind === 'company' ? companyName : [firstName, lastName].filter(Boolean).join(' ');

/** What tickets and letters know of it. */
export const toParty = (file: PartyFile): Party => ({
  id: file.id,
  name: partyName(file),
  mails: file.mails,
  mobiles: file.mobiles,
  phone: file.phone,
});
