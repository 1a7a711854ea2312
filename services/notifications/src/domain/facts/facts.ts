import type { Step } from './steps.js';

/** What happened to a ticket, in the words of this service: no proto type, no French. */
export interface Person {
  /** Directory id; empty for a person typed in by hand. */
  readonly partyId: string;
  readonly name: string;
  readonly mails: readonly string[];
  /** E.164. */
  readonly mobiles: readonly string[];
  readonly channels: { readonly mail: boolean; readonly sms: boolean };
  /** Of a contact person: told to the contractor. Of a contractor: its own instructions. */
  readonly comment: string;
  readonly phone: string;
}

/** Somebody of the agency. */
export interface Manager {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly phone: string;
}

/** Owner, council president, tenant… : answers through a link of its own. */
export interface Correspondent {
  readonly id: string;
  readonly person: Person;
}

export interface Appointment {
  readonly start: Date;
  readonly durationMinutes: number;
}

/** A document kept by libs/files. */
export interface Document {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export type TicketType = 'work-order' | 'multi-work-order' | 'single-quote' | 'multiple-quote' | 'pre-ticket';
export type Module = 'syndic' | 'gerance';
export type PresenceAnswer = 'confirmed' | 'late' | 'absent' | 'postponed';
export type ReminderKind = 'work-order' | 'quote' | 'invoice' | 'approval' | 'appointment' | 'end';
export type QuoteRefusal = 'by-manager' | 'other-chosen' | 'replaced';

/** Of what was chosen of a ticket, all that messages depend on, or say. */
export interface TicketOptions {
  /** Automatic sends to third parties are kept back. */
  readonly silent: boolean;
  readonly urgent: boolean;
  readonly notifyReminders: boolean;
  /** Contractors are told who owns the place. */
  readonly sendOwner: boolean;
  /** The caretaker lets the contractor in. */
  readonly caretakerOpens: boolean;
}

export const NO_OPTIONS: TicketOptions = {
  silent: false,
  urgent: false,
  notifyReminders: false,
  sendOwner: false,
  caretakerOpens: false,
};

export const OPTION_NAMES = Object.keys(NO_OPTIONS) as readonly (keyof TicketOptions)[];

export interface TicketFacts {
  readonly id: string;
  readonly number: number;
  readonly type: TicketType;
  readonly module: Module;
  readonly subject: string;
  /** For contractors and the agency. */
  readonly description: string;
  readonly notifiedDescription: string;
  readonly place: { readonly label: string; readonly address: string };
  /** For contractors and the agency; what was kept before has it in the description. */
  readonly digicode?: string;
  readonly options: TicketOptions;
  readonly manager: Manager;
  /** Whom the module's settings tell of each move. */
  readonly toldUsers: readonly Manager[];
  readonly notified: readonly Person[];
  readonly contacts: readonly Person[];
  readonly requester?: Person;
  /** As whom the requester has a link; facts of before do not say. */
  readonly requesterId?: string;
  /** Of the agency: whom clients call in an emergency. */
  readonly emergencyNumbers?: string;
  /** Empty unless the contractor may know it. */
  readonly ownerName: string;
  /** Manual, "Masquer le mail de l'agence pour l'intervenant". */
  readonly hidesAgencyMail: boolean;
  readonly step: Step;
  readonly actor: {
    readonly kind: 'user' | 'system' | 'outsider';
    readonly id: string;
    readonly name: string;
  };
}

export interface MissionFacts {
  readonly id: string;
  readonly contractor: Person;
  readonly appointment?: Appointment;
  readonly step: Step;
  /** At the appointment. */
  readonly expected: boolean;
  /** The contractor has nothing left to do, or refused. */
  readonly over: boolean;
}

interface OfTicket<K extends string> {
  readonly kind: K;
  readonly ticket: TicketFacts;
}

interface OfMission<K extends string> extends OfTicket<K> {
  readonly mission: MissionFacts;
}

interface Commented {
  readonly comment: string;
}

interface Documented {
  readonly documents: readonly Document[];
}

interface Dropping {
  /** Expected before, and no longer. */
  readonly dropped?: Appointment;
}

interface Priced {
  /** 0 when not known. */
  readonly amountCents: number;
}

/** With a contractor or with a correspondent. */
interface Exchanged<K extends string> extends OfTicket<K>, Documented {
  readonly mission?: MissionFacts;
  readonly correspondent?: Correspondent;
  readonly threadId: string;
  readonly threadSubject: string;
  readonly text: string;
}

type FirstRequest<K extends string> = OfMission<K> &
  Documented & {
    readonly readReceipt: boolean;
    /** Asked for by "Contacter un autre intervenant", not by the opening. */
    readonly anotherContractor: boolean;
  };

type TicketWideFact =
  | (OfTicket<'TicketOpened'> & {
      /** It follows a request that was validated. */
      readonly ofRequest?: boolean;
    })
  | (OfTicket<'TicketClosed'> & Commented & { readonly missions: readonly MissionFacts[]; readonly at: Date })
  /** `closedAt`: older facts do not say. */
  | (OfTicket<'TicketReopened'> &
      Commented & { readonly missions: readonly MissionFacts[]; readonly at: Date; readonly closedAt?: Date })
  /** With visits ahead; of others nobody is told. */
  | (OfTicket<'TicketDeleted'> & { readonly missions: readonly MissionFacts[]; readonly at: Date })
  | OfTicket<'TicketUpdated'>
  | (OfTicket<'ManagerChanged'> & { readonly previous: Manager })
  | OfTicket<'NoteAdded'>
  | (OfTicket<'PreTicketReceived'> &
      Documented & {
        /** What the client wrote. */
        readonly text: string;
        readonly at: Date;
      })
  | OfTicket<'PreTicketValidated'>
  | (OfTicket<'PreTicketCancelled'> & Commented)
  | Exchanged<'MessagePosted'>
  | Exchanged<'MessageReceived'>
  | (OfTicket<'ThirdPartiesInformed'> &
      Commented & { readonly mission?: MissionFacts; readonly persons: readonly Person[] })
  | (OfTicket<'ReachChanged'> & { readonly mission?: MissionFacts });

type QuoteFact =
  | (FirstRequest<'QuoteRequested'> & Commented & { readonly fromWorkOrder: boolean })
  | (OfMission<'QuotePromised'> & Commented)
  | (OfMission<'QuoteRequestRefused'> & Commented)
  | (OfMission<'QuoteReceived'> & Commented & Documented & Priced)
  | (OfMission<'ApprovalRequested'> &
      Commented &
      Documented &
      Priced & {
        readonly correspondent: Correspondent; /** Of the quote about which the same person was asked before. */
        readonly replacement?: boolean;
        readonly informed: readonly Person[];
      })
  | (OfMission<'ApprovalAnswered'> &
      Commented & {
        readonly correspondent: Correspondent;
        readonly approved: boolean;
        readonly corrects?: boolean;
      })
  | (OfMission<'QuoteAccepted'> & Commented & Priced & { readonly signedCopy?: Document })
  | (OfMission<'QuoteRefused'> & Commented & { readonly reason: QuoteRefusal })
  | (OfMission<'AppointmentProposed'> & Commented & Dropping)
  | OfMission<'AppointmentValidated'>
  | (OfMission<'AppointmentPostponed'> & Commented)
  | (OfMission<'AppointmentCancelled'> & Commented)
  | OfMission<'VisitReminded'>;

type MissionFact =
  | FirstRequest<'WorkOrderRequested'>
  | (OfMission<'WorkOrderAccepted'> & Commented & Dropping)
  | (OfMission<'WorkOrderRefused'> & Commented & Dropping)
  | (OfMission<'ReminderSent'> & {
      readonly reminder: ReminderKind;
      readonly count: number;
      readonly maximum: number;
      /** Whom an approval reminder is for. */
      readonly correspondent?: Correspondent;
    })
  | (OfMission<'RemindersExhausted'> & {
      readonly reminder: ReminderKind;
      readonly correspondent?: Correspondent;
    })
  | OfMission<'PresenceAsked'>
  | (OfMission<'PresenceAnswered'> &
      Commented & { readonly answer: PresenceAnswer; readonly lateMinutes: number })
  | OfMission<'CompletionAsked'>
  | (OfMission<'CompletionReported'> &
      Dropping &
      Commented & {
        readonly proofs: number;
        readonly withInvoice: boolean;
        /** 0 without an invoice. */
        readonly invoiceCents: number;
      })
  | (OfMission<'InvoiceRequested'> & { readonly automatic: boolean })
  | (OfMission<'InvoiceReceived'> & Priced & { readonly withCompletion: boolean })
  | (OfMission<'NewInvoiceRequested'> & Commented)
  /** `from`: what the mission had come to; older facts do not say. */
  | (OfMission<'MissionReplaced'> & { readonly from?: Step })
  /** Of the contractor, or of the approver who is waited for. */
  | (OfMission<'AddressRefused'> & {
      readonly correspondent?: Correspondent;
      readonly addresses: readonly string[];
      readonly reason: string;
    })
  | OfMission<'ReadingAcknowledged'>
  | (OfMission<'SteppedBack'> & Commented & { readonly from: Step });

export type TicketFact = TicketWideFact | QuoteFact | MissionFact;

export type FactKind = TicketFact['kind'];
export type FactOf<K extends FactKind> = Extract<TicketFact, { kind: K }>;
