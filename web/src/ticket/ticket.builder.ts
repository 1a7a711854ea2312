import type { HistoryEntry, Mission, Person, Ticket } from '../api/types.js';

/** For tests: a work order just sent to one contractor. */
/** Written beside `options`; no screen reads them. */
const FOR_OLDER_CLIENTS = {
  silent: false,
  sendOwner: false,
  askPresence: true,
  notifyReminders: false,
  urgent: false,
  automaticInvoiceRequest: false,
  readReceipt: false,
};

const ROLES: Record<Ticket['module'], Pick<Ticket, 'writtenTo' | 'approvers'>> = {
  SYNDIC: {
    writtenTo: ['COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'OTHER'],
    approvers: ['COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'OTHER'],
  },
  GERANCE: { writtenTo: ['OWNER', 'TENANT', 'OTHER'], approvers: ['OWNER'] },
};

export function aTicket(overrides: Partial<Ticket> = {}): Ticket {
  return {
    id: 't1',
    agencyId: 'a1',
    number: 1042,
    type: 'WORK_ORDER',
    status: 'WORK_ORDER_SENT',
    colour: 'GREY',
    module: 'GERANCE',
    subject: 'Fuite sous évier',
    description: '',
    originalDescription: '',
    notifiedDescription: '',
    ...FOR_OLDER_CLIENTS,
    ...ROLES[overrides.module ?? 'GERANCE'],
    options: { askPresence: true },
    missions: [aMission()],
    contacts: [],
    notified: [],
    documents: [],
    history: [],
    timers: [],
    actions: [],
    openedAt: '2026-03-05T09:00:00Z',
    modifiedAt: '2026-03-05T09:00:00Z',
    earlierHistory: 0,
    earlierNotes: 0,
    version: 1,
    amountCents: 0,
    correspondents: [],
    threads: [],
    notes: [],
    timeSpentSeconds: 0,
    ...overrides,
  };
}

export function aMission(overrides: Partial<Mission> = {}): Mission {
  return {
    id: 'm1',
    contractor: { partyId: '', name: 'Plomberie Durand', comment: '', phone: '' },
    status: 'WORK_ORDER_SENT',
    colour: 'GREY',
    amountCents: 0,
    visitExpected: false,
    nothingLeft: false,
    refusedAddresses: [],
    lateMinutes: 0,
    ...overrides,
  };
}

export function aPerson(overrides: Partial<Person> = {}): Person {
  return { partyId: '', name: 'Hélène Garnier', comment: '', phone: '', ...overrides };
}

export function anEntry(overrides: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: 'e1',
    at: '2026-03-05T09:00:00Z',
    actor: { kind: 'USER', id: 'u1', name: 'Claire Moreau' },
    manualEntry: false,
    missionId: '',
    fact: 'TicketOpened',
    text: '',
    documents: [],
    amountCents: 0,
    lateMinutes: 0,
    names: [],
    refusal: '',
    approved: false,
    correspondentId: '',
    hash: '',
    ...overrides,
  };
}
