import { FixedClock } from '@intervia/clock';
import type { MissionCommand } from '../domain/mission/mission-commands.js';
import type { Actor } from '../domain/values/model.js';
import { aContractor, aDocument, aPerson, anAppointment } from './builders.js';

/** The visit of a sound step: the day after the opening, 14:00 in Paris. */
export const VISIT = FixedClock.at('2026-09-09T12:00:00Z').now();

type Content<C extends MissionCommand> = Partial<Omit<C, 'type' | 'missionId'>>;
export type ContentOf<T extends MissionCommand['type']> = Content<Extract<MissionCommand, { type: T }>>;

/** What each step says when nothing else matters. */
export const SOUND_STEPS: { [T in MissionCommand['type']]: ContentOf<T> } = {
  AcceptWorkOrder: { appointment: anAppointment(VISIT), comment: '' },
  RefuseWorkOrder: { reason: 'Complet jusqu’en octobre' },
  RequestQuote: { timers: {}, comment: '' },
  PromiseQuote: { comment: '' },
  DeclineQuoteRequest: { reason: 'Trop loin' },
  SubmitQuote: { quotes: [aDocument({ id: 'quote' })], amountCents: 80_000, comment: '' },
  RequestApproval: {
    correspondentId: '',
    role: 'OWNER',
    approver: aPerson({ partyId: 'owner-1', name: 'Mme Lefèvre' }),
    informed: [],
    comment: '',
    newCorrespondentId: 'c1',
  },
  AnswerApproval: {
    approved: true,
    comment: '',
    agreement: {
      correspondentId: '',
      role: 'OWNER',
      approver: aPerson({ partyId: 'owner-1', name: 'Mme Lefèvre' }),
      means: 'PHONE',
      saidAt: FixedClock.at('2026-09-08T07:30:00Z').now(),
      proofs: [aDocument({ id: 'agreement' })],
      newCorrespondentId: 'c1',
    },
  },
  AcceptQuote: { comment: '' },
  RefuseQuote: { comment: 'Trop cher' },
  ProposeAppointment: { appointment: anAppointment(VISIT), comment: '' },
  ValidateAppointment: {},
  PostponeAppointment: { comment: '' },
  CancelAppointment: { comment: '' },
  AskPresence: {},
  AnswerPresence: { answer: 'CONFIRMED', lateMinutes: 0, comment: '' },
  AskCompletion: {},
  ReportCompletion: { comment: '', proofs: [], invoiceAmountCents: 0 },
  RequestInvoice: {},
  SubmitInvoice: { invoice: aDocument({ id: 'invoice' }), amountCents: 12_345, comment: '' },
  RequestNewInvoice: { comment: 'TVA manquante' },
  AcknowledgeReading: {},
  StepBack: { comment: '' },
};

/** The first correspondent that `RequestApproval` asks. */
export const anOwner = (): Actor => ({ kind: 'OWNER', id: 'c1', name: 'Mme Lefèvre' });

/** Whose step it is besides the manager's. */
export function thirdParty(type: MissionCommand['type'], missionId: string): Actor {
  return type === 'AnswerApproval' ? anOwner() : aContractor(missionId);
}
