import type { Contractor, Party } from '../api/directory-types.js';
import type { Channels, DocumentRef, ModuleCode, Source, Visibility } from '../api/types.js';
import { newKey } from '../lib/keys.js';
import { formatTypedPhone } from '../lib/phones.js';

/** A person as the form holds it; names match the gateway's, so that its faults fall on their inputs. */
export interface DraftPerson {
  /** For React only. */
  key: string;
  partyId: string;
  name: string;
  mails: string;
  mobiles: string;
  channels: Channels;
  comment: string;
  phone: string;
}

export interface DraftPlace {
  kind: 'building' | 'unit';
  id: string;
  label: string;
}

export interface DraftReminder {
  delay: string;
  unit: 'days' | 'hours';
  maximum: string;
}

export interface Draft {
  place: DraftPlace | null;
  managerId: string;
  requester: DraftPerson;
  source: Source | '';
  /** As typed. */
  requestedAt: string;
  subject: string;
  description: string;
  originalDescription: string;
  notifiedDescription: string;
  silent: boolean;
  sendOwner: boolean;
  askPresence: boolean;
  notifyReminders: boolean;
  urgent: boolean;
  visibility: Visibility;
  contractors: DraftPerson[];
  contacts: DraftPerson[];
  notified: DraftPerson[];
  timers: { workOrder: DraftReminder; invoice: DraftReminder };
}

/** What survives a reload: the form, the uploaded documents, and the key that makes a retry count once. */
export interface StoredDraft {
  key: string;
  values: Draft;
  documents: DocumentRef[];
}

/** Specification, "Timers": 2 and 7 days, at most 3 times. */
const DEFAULT_TIMERS: Draft['timers'] = {
  workOrder: { delay: '2', unit: 'days', maximum: '3' },
  invoice: { delay: '7', unit: 'days', maximum: '3' },
};

export function emptyDraft(managerId: string, requestedAt: string): Draft {
  return {
    place: null,
    managerId,
    requester: { ...typedPerson(), channels: { mail: false, sms: false } },
    source: '',
    requestedAt,
    subject: '',
    description: '',
    originalDescription: '',
    notifiedDescription: '',
    silent: false,
    sendOwner: false,
    askPresence: true,
    notifyReminders: false,
    urgent: false,
    visibility: 'REQUESTER',
    contractors: [],
    contacts: [],
    notified: [],
    timers: DEFAULT_TIMERS,
  };
}

/** Manual, "saisir manuellement": nothing known yet. */
export function typedPerson(): DraftPerson {
  return {
    key: newKey(),
    partyId: '',
    name: '',
    mails: '',
    mobiles: '',
    channels: { mail: true, sms: false },
    comment: '',
    phone: '',
  };
}

export function personOfParty(party: Party, channels: Channels): DraftPerson {
  return {
    ...typedPerson(),
    partyId: party.id,
    name: party.name,
    mails: party.mails.join('; '),
    mobiles: party.mobiles.map(formatTypedPhone).join('; '),
    channels,
    phone: formatTypedPhone(party.phone),
  };
}

/** A place's person is told by the best channel known. */
export function channelsOfParty(party: Party): Channels {
  return { mail: party.mails.length > 0, sms: party.mails.length === 0 && party.mobiles.length > 0 };
}

/** A contractor comes with its own channels; mail when nothing was published. */
export function personOfContractor({ party, channels }: Contractor): DraftPerson {
  if (!party) return typedPerson();
  const isSet = channels?.mail || channels?.sms;
  return personOfParty(party, isSet ? channels : { mail: true, sms: false });
}

/** Manual, "Ticket visible pour": who else may follow depends on the module. */
export const VISIBILITIES_OF: Record<ModuleCode, readonly Visibility[]> = {
  SYNDIC: ['REQUESTER', 'COUNCIL', 'CO_OWNERS'],
  GERANCE: ['REQUESTER', 'TENANTS', 'OWNERS'],
};
