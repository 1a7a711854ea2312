import type { Caller } from '../application/running/caller.js';
import type { TicketDraft } from '../domain/ticket/draft.js';
import type { PreTicketRequest } from '../domain/ticket/ticket-commands.js';
import { OPTION_NAMES } from '../domain/values/options.js';
import type { OptionChoice } from '../domain/values/options.js';
import type { Actor, Appointment, DocumentRef, Person } from '../domain/values/model.js';

/** Values for tests: sound by default, overridden where it matters. */

export const aUser = (over: Partial<Actor> = {}): Actor => ({
  kind: 'USER',
  id: 'user-1',
  name: 'Claire Moreau',
  ...over,
});

export const aCaller = (over: Partial<Caller> = {}): Caller => ({
  agencyId: 'agency-1',
  actor: aUser(),
  standsInFor: [],
  attachedOnly: false,
  ...over,
});

/** The contractor of a mission. */
export const aContractor = (missionId: string): Actor => ({
  kind: 'CONTRACTOR',
  id: missionId,
  name: 'Plomberie Dupont',
});

export const aPerson = (over: Partial<Person> = {}): Person => ({
  partyId: 'party-1',
  name: 'Plomberie Dupont',
  mails: ['contact@dupont.example'],
  mobiles: ['+33612345678'],
  channels: { mail: true, sms: true },
  comment: '',
  phone: '',
  ...over,
});

export const aDocument = (over: Partial<DocumentRef> = {}): DocumentRef => ({
  id: 'doc-1',
  name: 'photo.jpg',
  mediaType: 'image/jpeg',
  size: 1_000,
  sha256: 'a'.repeat(64),
  ...over,
});

export const anAppointment = (start: Date, durationMinutes = 60): Appointment => ({ start, durationMinutes });

/** Options may be given beside the rest. */
export function withOptions<T extends { readonly options?: OptionChoice }>(
  over: T & OptionChoice,
): Omit<T, keyof OptionChoice> & { readonly options: OptionChoice } {
  const isOption = ([name]: [string, unknown]) => (OPTION_NAMES as readonly string[]).includes(name);
  const all = Object.entries(over);
  const rest = Object.fromEntries(all.filter((entry) => !isOption(entry))) as Omit<T, keyof OptionChoice>;
  return { ...rest, options: { ...over.options, ...Object.fromEntries(all.filter(isOption)) } };
}

export const aDraft = (over: Partial<TicketDraft> & OptionChoice = {}): TicketDraft => ({
  module: 'GERANCE',
  quote: false,
  subject: 'Fuite sous l’évier',
  description: 'L’eau coule en continu.',
  originalDescription: 'Bonjour, j’ai une fuite.',
  notifiedDescription: '',
  place: {
    buildingId: 'b-1',
    unitId: 'u-12',
    label: 'Résidence Les Tilleuls, appartement 12',
    address: '4 rue des Érables, 69003 Lyon',
    digicode: 'B1234',
    reference: 'LOT0012',
    buildingReference: 'TIL03',
    postalCode: '69003',
    ownerName: 'Mme Lefèvre',
    approvalThresholdCents: 0,
    staffIds: [],
  },
  manager: { id: 'user-1', name: 'Claire Moreau', mail: 'claire@tilleuls.example', phone: '' },
  source: 'PHONE',
  contractors: [aPerson()],
  contacts: [],
  notified: [],
  attachments: [],
  timers: {},
  ...withOptions(over),
});

/** A client on its extranet. */
export const aRequester = (over: Partial<Actor> = {}): Actor => ({
  kind: 'REQUESTER',
  id: 'party-9',
  name: 'Mme Petit',
  ...over,
});

export const aRequest = (over: Partial<PreTicketRequest> = {}): PreTicketRequest => ({
  module: 'GERANCE',
  subject: 'Chaudière en panne',
  description: 'Plus d’eau chaude depuis hier.',
  place: aDraft().place,
  requester: aPerson({
    partyId: 'party-9',
    name: 'Mme Petit',
    mails: ['petit@example.org'],
    channels: { mail: false, sms: false },
  }),
  source: 'EXTRANET',
  manager: aDraft().manager,
  attachments: [aDocument({ id: 'photo-1' })],
  ...over,
});
