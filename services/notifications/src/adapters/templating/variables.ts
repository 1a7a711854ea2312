import { withDigicode } from '@intervia/french';
import type { RenderInput } from '../../application/ports/templates/renderer.js';
import type { TicketOptions } from '../../domain/facts/facts.js';
import { optionsOf } from '../../domain/facts/message-facts.js';
import type { MessageFacts } from '../../domain/facts/message-facts.js';
import { shareDocuments } from '../../domain/planning/share-documents.js';
import type { Audience } from '../../domain/template-codes.js';
import {
  APPROVED,
  MOVED_SOMEHOW,
  MOVES,
  PRESENCE,
  REJECTED,
  REMINDERS,
  STEPS,
  TYPE_LABELS,
  TYPE_NAMES,
  UNNUMBERED,
  WITHOUT_JARGON,
  dropped,
  resumed,
} from './fr/words.js';
import { count, duration, euros, longDate, phone, shortDate, timeOfDay } from './french-format.js';

/** All that templates can say, ready to be read: dates, numbers and phones are already French. A boolean is for `if`. */
export interface Variables {
  ticket: {
    number: string;
    reference: string;
    typeName: string;
    subject: string;
    description: string;
    owner: string;
  } & TicketOptions;
  place: { label: string; address: string };
  manager: { name: string; mail: string; phone: string };
  recipient: { name: string };
  contractor: { name: string; phone: string };
  /** One person a line. */
  contacts: string;
  instructions: string;
  appointment: { date: string; short: string; duration: string };
  /** One sentence a line. */
  visits: string;
  comment: string;
  attachments: string;
  reminder: { name: string; count: string; maximum: string; to: string };
  /** `arrival`: with its delay. */
  presence: { text: string; late: boolean; arrival: string };
  /** The visit that was expected before. */
  dropped: { date: string; short: string };
  completion: { proofs: string; withInvoice: boolean };
  quote: { amount: string };
  invoice: { amount: string };
  approval: { by: string; text: string; replacement: boolean; corrects: boolean };
  message: { subject: string; text: string; from: string };
  step: { text: string };
  moved: { text: string; by: string };
  requester: { name: string };
  /** As it was asked. */
  request: { text: string; date: string };
  emergency: string;
  previous: { name: string };
  refused: { name: string; addresses: string; reason: string };
}

export type VariableGroup = keyof Variables;

/** In every template. */
const COMMON = ['ticket', 'place', 'manager', 'recipient'] as const satisfies readonly VariableGroup[];

/** "M. Durand, 06 12 34 56 78 : sonner au fond" */
function contactLine({
  name,
  phone: number,
  comment,
}: NonNullable<MessageFacts['contacts']>[number]): string {
  const reached = [name, phone(number)].filter(Boolean).join(', ');
  return comment ? `${reached} : ${comment}` : reached;
}

const amount = (priced: { amountCents: number } | undefined): string =>
  priced && priced.amountCents > 0 ? euros(priced.amountCents) : '';

const BUILDERS: { readonly [G in VariableGroup]: (facts: MessageFacts, audience: Audience) => Variables[G] } =
  {
    ticket: ({ ticket, ...facts }, audience) => ({
      number: numberOf(ticket),
      reference: `${reads(audience) ? TYPE_LABELS[ticket.type] : WITHOUT_JARGON} ${numberOf(ticket)}`,
      typeName: TYPE_NAMES[ticket.type],
      subject: ticket.subject,
      description: withDigicode(ticket.description, ticket.digicode ?? ''),
      owner: ticket.ownerName,
      ...optionsOf({ ticket, ...facts }),
    }),
    place: ({ ticket }) => ticket.place,
    manager: ({ manager }) => ({ name: manager.name, mail: manager.mail, phone: phone(manager.phone) }),
    recipient: ({ recipientName }) => ({ name: recipientName }),
    contractor: ({ contractor }) => ({ name: contractor?.name ?? '', phone: phone(contractor?.phone ?? '') }),
    contacts: ({ contacts = [] }) => contacts.map(contactLine).join('\n'),
    instructions: ({ instructions = '' }) => instructions,
    appointment: ({ appointment }) =>
      appointment
        ? {
            date: longDate(appointment.start),
            short: shortDate(appointment.start),
            duration: duration(appointment.durationMinutes),
          }
        : { date: '', short: '', duration: '' },
    visits: ({ visits = [], fact }) =>
      visits
        .map(({ contractorName, appointment: { start } }) =>
          (fact === 'TicketReopened' ? resumed : dropped)(longDate(start), contractorName),
        )
        .join('\n'),
    comment: ({ comment = '' }) => comment,
    // What does not fit is named below, not counted among what is attached.
    attachments: ({ documents = [] }) =>
      count(shareDocuments(documents).attached.length, 'document joint', 'documents joints', ''),
    reminder: ({ reminder, correspondentName, contractor }) => ({
      name: reminder ? REMINDERS[reminder.kind] : '',
      count: String(reminder?.count ?? ''),
      maximum: String(reminder?.maximum ?? ''),
      to: correspondentName ?? contractor?.name ?? '',
    }),
    presence: ({ presence, appointment }) => ({
      text: presence ? PRESENCE[presence.answer](presence.lateMinutes) : '',
      late: presence?.answer === 'late',
      arrival: presence?.answer === 'late' && appointment ? arrivalAt(appointment, presence) : '',
    }),
    dropped: ({ dropped: before }) => ({
      date: before ? longDate(before.start) : '',
      short: before ? shortDate(before.start) : '',
    }),
    completion: ({ completion }) => ({
      proofs: count(completion?.proofs ?? 0, 'photo ou document', 'photos ou documents', 'aucun document'),
      withInvoice: completion?.withInvoice ?? false,
    }),
    quote: ({ quote }) => ({ amount: amount(quote) }),
    invoice: ({ invoice }) => ({ amount: amount(invoice) }),
    approval: ({ approval }) => ({
      by: approval?.by ?? '',
      replacement: approval?.replacement ?? false,
      corrects: approval?.corrects ?? false,
      text: approval?.approved === false ? REJECTED : APPROVED,
    }),
    message: ({ message, correspondentName, contractor }) => ({
      subject: message?.subject ?? '',
      text: message?.text ?? '',
      from: correspondentName ?? contractor?.name ?? '',
    }),
    step: ({ step, contractor }) => ({ text: STEPS[step](contractor?.name ?? '') }),
    moved: ({ fact, actorName, contractor }) => ({
      text: MOVES[fact]?.(contractor?.name ?? '') ?? MOVED_SOMEHOW,
      by: actorName,
    }),
    requester: ({ requesterName }) => ({ name: requesterName }),
    request: ({ request }) => ({
      text: request?.text ?? '',
      date: request ? longDate(request.at) : '',
    }),
    emergency: ({ emergencyNumbers = '' }) => emergencyNumbers,
    previous: ({ previousManager = '' }) => ({ name: previousManager }),
    refused: ({ refused }) => refused ?? { name: '', addresses: '', reason: '' },
  };

const MINUTE_MS = 60_000;

const arrivalAt = (
  { start }: { readonly start: Date },
  { lateMinutes }: { readonly lateMinutes: number },
): string => (lateMinutes > 0 ? timeOfDay(new Date(start.getTime() + lateMinutes * MINUTE_MS)) : '');

/** A ticket that is only simulated has none yet; as long as the numbers of a busy agency. */
const numberOf = ({ number }: MessageFacts['ticket']): string => (number === 0 ? UNNUMBERED : String(number));

/** "ODS" and "DS" mean something to the trade and the agency, nothing to an occupant. */
const reads = (audience: Audience): boolean => audience === 'contractor' || audience === 'manager';

/** Only the groups that the template declares: anything else it names is an error. */
export function variables(
  groups: readonly VariableGroup[],
  audience: Audience,
  facts: MessageFacts,
): Partial<Variables> {
  const wanted = [...new Set<VariableGroup>([...COMMON, ...groups])];
  return Object.fromEntries(wanted.map((group) => [group, BUILDERS[group](facts, audience)]));
}

/** The agency as the head of a mail names it: its mail only where it is not hidden. */
export function agencyOf({ agency, audience }: RenderInput) {
  const hidden = audience === 'contractor' && agency.hidesMailFromContractors;
  return { ...agency, mail: hidden ? '' : agency.mail };
}
