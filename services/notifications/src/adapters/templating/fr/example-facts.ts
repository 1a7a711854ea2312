import type {
  Correspondent,
  Document,
  FactKind,
  FactOf,
  Manager,
  MissionFacts,
  Person,
  TicketFact,
  TicketFacts,
  TicketType,
} from '../../../domain/facts/facts.js';
import { NO_OPTIONS } from '../../../domain/facts/facts.js';

/** The ticket that an editor of templates sees when no real one is chosen; whole, so that every variable has a value. */
export const EXAMPLE_PERSON: Person = {
  partyId: 'party-1',
  name: 'Plomberie Martin',
  mails: ['contact@martin.example'],
  mobiles: ['+33612345678'],
  channels: { mail: true, sms: true },
  comment: '',
  phone: '+33140000000',
};

export const EXAMPLE_MANAGER: Manager = {
  id: 'user-1',
  name: 'Claire Moreau',
  mail: 'claire@agence.example',
  phone: '+33144000000',
};

const TENANT: Person = {
  ...EXAMPLE_PERSON,
  partyId: 'tenant',
  name: 'Mme Petit',
  mails: ['petit@mail.example'],
  mobiles: ['+33698765432'],
};

const CARETAKER: Person = {
  ...EXAMPLE_PERSON,
  partyId: 'caretaker',
  name: 'M. Durand, gardien',
  mails: ['durand@mail.example'],
  mobiles: ['+33600000001'],
  channels: { mail: false, sms: true },
};

const OWNER: Correspondent = {
  id: 'correspondent-1',
  person: {
    ...EXAMPLE_PERSON,
    partyId: 'owner',
    name: 'M. Lefèvre',
    mails: ['lefevre@mail.example'],
    mobiles: ['+33600000002'],
  },
};

const COUNCIL_MEMBER: Person = {
  ...EXAMPLE_PERSON,
  partyId: 'council-2',
  name: 'Mme Roux',
  mails: ['roux@mail.example'],
  mobiles: ['+33600000003'],
};

const QUOTE: Document = {
  id: 'document-1',
  name: 'devis.pdf',
  mediaType: 'application/pdf',
  size: 48_000,
  sha256: 'a'.repeat(64),
};
const PHOTO: Document = { ...QUOTE, id: 'document-2', name: 'photo.jpg', mediaType: 'image/jpeg' };

export const EXAMPLE_TICKET: TicketFacts = {
  id: 'ticket-1',
  number: 1042,
  type: 'work-order',
  module: 'gerance',
  subject: 'Fuite sous l’évier',
  description: 'Fuite importante.',
  digicode: '12B34',
  notifiedDescription: 'Une fuite a été signalée.',
  place: { label: 'Résidence Les Tilleuls, appartement 12', address: '4 rue des Lilas, 75011 Paris' },
  options: NO_OPTIONS,
  manager: EXAMPLE_MANAGER,
  toldUsers: [EXAMPLE_MANAGER],
  notified: [TENANT],
  contacts: [CARETAKER],
  requester: {
    ...TENANT,
    partyId: 'requester',
    name: 'M. Bernard',
    mails: ['bernard@mail.example'],
    mobiles: [],
  },
  requesterId: 'requester-1',
  emergencyNumbers: 'Plombier de garde : 01 44 55 66 77',
  ownerName: '',
  hidesAgencyMail: false,
  step: 'work-order-sent',
  actor: { kind: 'outsider', id: 'mission-1', name: 'Plomberie Martin' },
};

export const EXAMPLE_MISSION: MissionFacts = {
  id: 'mission-1',
  contractor: EXAMPLE_PERSON,
  appointment: { start: new Date('2026-11-24T13:30:00Z'), durationMinutes: 90 },
  step: 'work-order-accepted',
  expected: true,
  over: false,
};

const mission = EXAMPLE_MISSION;
const unvisited: MissionFacts = { ...mission, appointment: undefined };
const exchange = {
  correspondent: undefined,
  threadId: 'thread-1',
  threadSubject: 'Accès à la cave',
  text: 'Bonjour, la clé de la cave est chez le gardien.',
  documents: [PHOTO],
};

type Extras = { readonly [K in FactKind]: Omit<FactOf<K>, 'kind' | 'ticket'> };

const EXTRAS: Extras = {
  TicketOpened: {},
  WorkOrderRequested: {
    mission: unvisited,
    documents: [PHOTO, QUOTE],
    readReceipt: false,
    anotherContractor: false,
  },
  WorkOrderAccepted: { mission, comment: 'Je serai seul.' },
  WorkOrderRefused: { mission, comment: 'Agenda complet.' },
  ReminderSent: { mission, reminder: 'work-order', count: 1, maximum: 3 },
  RemindersExhausted: { mission, reminder: 'work-order' },
  AddressRefused: {
    mission: unvisited,
    addresses: ['contact@martin.example'],
    reason: 'refusé par le serveur : 550 5.1.1 adresse inconnue',
  },
  PresenceAsked: { mission },
  PresenceAnswered: { mission, answer: 'late', lateMinutes: 20, comment: '' },
  CompletionAsked: { mission },
  CompletionReported: { mission, comment: '', proofs: 2, withInvoice: true, invoiceCents: 123_450 },
  InvoiceRequested: { mission, automatic: false },
  InvoiceReceived: { mission, amountCents: 123_450, withCompletion: false },
  NewInvoiceRequested: { mission, comment: 'Il manque la TVA.' },
  TicketClosed: { comment: '', missions: [mission], at: new Date('2026-11-24T09:00:00Z') },
  TicketReopened: {
    comment: 'La fuite est revenue.',
    missions: [mission],
    at: new Date('2026-11-24T09:00:00Z'),
  },
  TicketDeleted: { missions: [mission], at: new Date('2026-11-24T09:00:00Z') },
  TicketUpdated: {},
  ManagerChanged: { previous: { ...EXAMPLE_MANAGER, id: 'user-2', name: 'Paul Girard' } },
  NoteAdded: {},
  ReachChanged: { mission },
  PreTicketReceived: {
    documents: [PHOTO],
    text: 'L’eau coule sous l’évier depuis ce matin.',
    at: new Date('2026-11-24T08:12:00Z'),
  },
  PreTicketValidated: {},
  PreTicketCancelled: { comment: 'Cette réparation est à la charge du locataire.' },
  ThirdPartiesInformed: { mission, persons: [TENANT], comment: 'Merci de rester joignable.' },
  MessagePosted: { ...exchange, mission },
  MessageReceived: { ...exchange, mission },
  QuoteRequested: {
    mission: unvisited,
    documents: [PHOTO],
    readReceipt: false,
    fromWorkOrder: false,
    anotherContractor: false,
    comment: '',
  },
  QuotePromised: { mission: unvisited, comment: 'Vous l’aurez vendredi.' },
  QuoteRequestRefused: { mission: unvisited, comment: 'Hors de notre secteur.' },
  QuoteReceived: { mission: unvisited, documents: [QUOTE], amountCents: 123_450, comment: '' },
  ApprovalRequested: {
    mission: unvisited,
    correspondent: OWNER,
    informed: [COUNCIL_MEMBER],
    documents: [QUOTE],
    amountCents: 123_450,
    comment: 'Nous vous conseillons d’accepter.',
  },
  ApprovalAnswered: { mission: unvisited, correspondent: OWNER, approved: true, comment: '' },
  QuoteAccepted: { mission: unvisited, signedCopy: QUOTE, amountCents: 123_450, comment: '' },
  QuoteRefused: { mission: unvisited, reason: 'by-manager', comment: 'Trop cher.' },
  MissionReplaced: { mission, from: 'work-order-accepted' },
  AppointmentProposed: { mission, comment: '' },
  AppointmentValidated: { mission },
  AppointmentPostponed: { mission, comment: 'L’occupant est absent ce jour-là.' },
  AppointmentCancelled: { mission, comment: '' },
  VisitReminded: { mission },
  ReadingAcknowledged: { mission: unvisited },
  SteppedBack: { mission, from: 'completion-received', comment: '' },
};

/** What only happens to quotes happens to a quote. */
function typeFor(kind: FactKind): TicketType {
  if (/^(quote|approval|appointment|visit)-/.test(kind)) return 'single-quote';
  return kind.startsWith('pre-ticket-') ? 'pre-ticket' : 'work-order';
}

/** A fact of a kind, complete, of one ticket with a contractor, a contact, a notified person and a requester. */
export function exampleFact<K extends FactKind>(
  kind: K,
  overrides: Partial<Omit<FactOf<K>, 'kind'>> = {},
): FactOf<K> {
  const ticket: TicketFacts = { ...EXAMPLE_TICKET, type: typeFor(kind) };
  return { kind, ticket, ...EXTRAS[kind], ...overrides } as unknown as FactOf<K>;
}

/** Whose contact persons were given the appointment. */
const QUOTE_TICKET: TicketFacts = { ...EXAMPLE_TICKET, type: 'single-quote' };

/** Together they call for every template; of two that call for the same one, the later shows it. */
export const EXAMPLE_FACTS: readonly TicketFact[] = [
  exampleFact('PresenceAnswered', { ticket: QUOTE_TICKET }),
  exampleFact('TicketClosed', { ticket: QUOTE_TICKET }),
  ...(Object.keys(EXTRAS) as FactKind[]).map((kind) => exampleFact(kind)),
  exampleFact('ReminderSent', { reminder: 'quote' }),
  exampleFact('ReminderSent', { reminder: 'invoice' }),
  exampleFact('ReminderSent', { reminder: 'appointment' }),
  exampleFact('ReminderSent', { reminder: 'end' }),
  exampleFact('ReminderSent', { reminder: 'approval', correspondent: OWNER }),
  exampleFact('ReminderSent', {
    ticket: { ...EXAMPLE_TICKET, options: { ...NO_OPTIONS, notifyReminders: true } },
  }),
  exampleFact('QuoteRequested', { fromWorkOrder: true }),
  exampleFact('QuoteRefused', { reason: 'other-chosen' }),
  exampleFact('WorkOrderRefused', { dropped: EXAMPLE_MISSION.appointment }),
  exampleFact('CompletionReported', { ticket: { ...EXAMPLE_TICKET, requester: TENANT } }),
  exampleFact('PreTicketCancelled', {
    comment: 'C’est réglé.',
    ticket: {
      ...{ ...EXAMPLE_TICKET, type: 'pre-ticket' },
      actor: { kind: 'outsider', id: 'requester-1', name: 'M. Bernard' },
    },
  }),
  exampleFact('MessagePosted', { mission: undefined, correspondent: OWNER }),
];
