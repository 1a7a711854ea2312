/** What is counted, once: services refuse beyond it, /docs tells it, forms say it before anything leaves. */

const MIB = 1024 * 1024;
const DAY_HOURS = 24;
const DAY_MINUTES = DAY_HOURS * 60;

/** Of texts, in letters. */
export const LETTERS = {
  name: 200,
  subject: 200,
  /** Of a description or a message. */
  text: 10_000,
  /** With a step; also what a contractor or an owner writes on a page without account. */
  comment: 2_000,
  /** Numbers of the agency for emergencies, with a word to each. */
  emergency: 500,
  /** Why a ticket is put aside. */
  aside: 200,
  /** Of a note, which is rich text. */
  note: 50_000,
} as const;

/** Of a ticket and of a command. */
export const MOST = {
  contractors: 20,
  /** Contacts, notified parties, recipients of a message. */
  people: 1_000,
  /** Documents of one command, also photos of a visit. */
  documents: 20,
  /** Of one answer to a request for a quote. */
  quotes: 20,
  /** That the agency's settings add to each first request. */
  defaultAttachments: 10,
  /** Addresses or numbers of one person. */
  addresses: 20,
  /** Tickets that one user has put aside in a module. */
  asides: 200,
} as const;

/** 10 million euros: a slip of the keyboard, not an invoice. */
export const MOST_CENTS = 1_000_000_000;

/** Of an appointment. */
export const VISIT_MINUTES = { least: 5, most: DAY_MINUTES } as const;

/** Hours of the clock in Paris, at which a visit is rather a slip of the keyboard: whoever means it says so. */
const NIGHT = { from: 22, until: 6 } as const;
export const isNightHour = (hour: number): boolean => hour >= NIGHT.from || hour < NIGHT.until;

/** A contractor that says to be late. */
/** How long whoever approved a quote, or refused it, may take that back. */
export const APPROVAL_CHANGE_MINUTES = 15;

export const LATE_MINUTES = { least: 1, most: 600 } as const;

/** Of reminders and of single moments. */
export const TIMERS = {
  reminderHours: { least: 1, most: 365 * DAY_HOURS },
  reminders: 20,
  visitHours: 30 * DAY_HOURS,
  presenceMinutes: DAY_MINUTES,
  completionMinutes: DAY_MINUTES,
  /** Of the day, of the quiet hours. */
  lastHour: 23,
} as const;

/** Of one request of people signed in; bytes of one file. */
export const UPLOAD_LIMITS = { files: MOST.documents, bytes: 25 * MIB } as const;

/** Of one form on a page without account, as telephones and scanners make them. */
export const LINK_UPLOAD_LIMITS = { files: 10, bytes: 15 * MIB } as const;
