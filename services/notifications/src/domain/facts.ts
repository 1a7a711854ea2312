/** What happened to a ticket, in the words of this service: no proto type, no French. */
export interface Person {
  /** Directory id; empty for a person typed in by hand. */
  readonly partyId: string;
  readonly name: string;
  readonly mails: readonly string[];
  /** E.164. */
  readonly mobiles: readonly string[];
  readonly channels: { readonly mail: boolean; readonly sms: boolean };
  readonly comment: string;
  readonly phone: string;
}

export interface Manager {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly phone: string;
}

export interface Appointment {
  readonly start: Date;
  readonly durationMinutes: number;
}

export type TicketType = 'work-order' | 'multi-work-order' | 'single-quote' | 'multiple-quote' | 'pre-ticket';
export type Module = 'syndic' | 'gerance';
export type PresenceAnswer = 'confirmed' | 'late' | 'absent' | 'postponed';
export type ReminderKind = 'work-order' | 'invoice';

export interface TicketFacts {
  readonly id: string;
  readonly number: number;
  readonly type: TicketType;
  readonly module: Module;
  readonly subject: string;
  /** As sent to contractors, digicode included: never shown to anyone else. */
  readonly description: string;
  readonly notifiedDescription: string;
  readonly place: { readonly label: string; readonly address: string };
  readonly silent: boolean;
  readonly urgent: boolean;
  readonly notifyReminders: boolean;
  readonly manager: Manager;
  readonly notified: readonly Person[];
  readonly contacts: readonly Person[];
  readonly actor: { readonly kind: 'user' | 'system' | 'outsider'; readonly id: string };
}

export interface MissionFacts {
  readonly id: string;
  readonly contractor: Person;
  readonly appointment?: Appointment;
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

export type TicketFact =
  | OfTicket<'ticket-opened'>
  | (OfMission<'work-order-requested'> & { readonly attachments: number })
  | (OfMission<'work-order-accepted'> & { readonly comment: string })
  | (OfMission<'work-order-refused'> & { readonly comment: string })
  | (OfMission<'reminder-sent'> & {
      readonly reminder: ReminderKind;
      readonly count: number;
      readonly maximum: number;
    })
  | (OfMission<'reminders-exhausted'> & { readonly reminder: ReminderKind })
  | OfMission<'presence-asked'>
  | (OfMission<'presence-answered'> & {
      readonly answer: PresenceAnswer;
      readonly lateMinutes: number;
      readonly comment: string;
    })
  | OfMission<'completion-asked'>
  | (OfMission<'completion-reported'> & {
      readonly comment: string;
      readonly proofs: number;
      readonly withInvoice: boolean;
    })
  | OfMission<'invoice-requested'>
  | (OfMission<'invoice-received'> & { readonly amountCents: number })
  | (OfMission<'new-invoice-requested'> & { readonly comment: string })
  | (OfTicket<'ticket-closed'> & { readonly comment: string; readonly missions: readonly MissionFacts[] });

export type FactKind = TicketFact['kind'];
export type FactOf<K extends FactKind> = Extract<TicketFact, { kind: K }>;
