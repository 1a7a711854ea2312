import type { Caller } from '../application/running/caller.js';
import type { TicketDraft } from '../domain/ticket/draft.js';
import type { PreTicketRequest } from '../domain/ticket/ticket-commands.js';
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

export const aDraft = (over: Partial<TicketDraft> = {}): TicketDraft => ({
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
    ownerName: 'Mme Lefèvre',
    approvalThresholdCents: 0,
    staffIds: [],
  },
  manager: { id: 'user-1', name: 'Claire Moreau', mail: 'claire@tilleuls.example', phone: '' },
  source: 'PHONE',
  silent: false,
  sendOwner: false,
  askPresence: false,
  notifyReminders: false,
  urgent: false,
  contractors: [aPerson()],
  contacts: [],
  notified: [],
  attachments: [],
  timers: {},
  ...over,
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
