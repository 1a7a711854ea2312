import type { RenderInput } from '../../application/ports/renderer.js';
import type { MessageFacts } from '../../domain/message-facts.js';
import type { Audience } from '../../domain/template-codes.js';
import { PRESENCE, REMINDERS, TYPE_LABELS, TYPE_NAMES, WITHOUT_JARGON } from './fr/words.js';
import { count, duration, euros, longDate, phone, shortDate } from './french-format.js';

/** All that templates can say, ready to be read: dates, numbers and phones are already French. */
export interface Variables {
  ticket: {
    number: string;
    reference: string;
    typeName: string;
    subject: string;
    description: string;
    urgent: boolean;
  };
  place: { label: string; address: string };
  manager: { name: string; mail: string; phone: string };
  recipient: { name: string };
  contractor: { name: string; phone: string };
  contacts: { name: string; phone: string; comment: string }[];
  appointment: { date: string; short: string; duration: string };
  comment: string;
  attachments: string;
  reminder: { name: string; count: string; maximum: string };
  presence: { answer: string; text: string };
  completion: { proofs: string; withInvoice: boolean };
  invoice: { amount: string };
}

export type VariableGroup = keyof Variables;

/** In every template. */
const COMMON = ['ticket', 'place', 'manager', 'recipient'] as const satisfies readonly VariableGroup[];

const BUILDERS: { readonly [G in VariableGroup]: (facts: MessageFacts, audience: Audience) => Variables[G] } =
  {
    ticket: ({ ticket }, audience) => ({
      number: String(ticket.number),
      reference: `${reads(audience) ? TYPE_LABELS[ticket.type] : WITHOUT_JARGON} ${ticket.number}`,
      typeName: TYPE_NAMES[ticket.type],
      subject: ticket.subject,
      description: ticket.description,
      urgent: ticket.urgent,
    }),
    place: ({ ticket }) => ticket.place,
    manager: ({ manager }) => ({ name: manager.name, mail: manager.mail, phone: phone(manager.phone) }),
    recipient: ({ recipientName }) => ({ name: recipientName }),
    contractor: ({ contractor }) => ({ name: contractor?.name ?? '', phone: phone(contractor?.phone ?? '') }),
    contacts: ({ contacts = [] }) => contacts.map((person) => ({ ...person, phone: phone(person.phone) })),
    appointment: ({ appointment }) =>
      appointment
        ? {
            date: longDate(appointment.start),
            short: shortDate(appointment.start),
            duration: duration(appointment.durationMinutes),
          }
        : { date: '', short: '', duration: '' },
    comment: ({ comment = '' }) => comment,
    attachments: ({ attachments = 0 }) => count(attachments, 'document joint', 'documents joints', ''),
    reminder: ({ reminder }) => ({
      name: reminder ? REMINDERS[reminder.kind] : '',
      count: String(reminder?.count ?? ''),
      maximum: String(reminder?.maximum ?? ''),
    }),
    presence: ({ presence }) => ({
      answer: presence?.answer ?? '',
      text: presence ? PRESENCE[presence.answer](presence.lateMinutes) : '',
    }),
    completion: ({ completion }) => ({
      proofs: count(completion?.proofs ?? 0, 'photo ou document', 'photos ou documents', 'aucun document'),
      withInvoice: completion?.withInvoice ?? false,
    }),
    invoice: ({ invoice }) => ({
      amount: invoice && invoice.amountCents > 0 ? euros(invoice.amountCents) : '',
    }),
  };

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

/** The agency's line at the head of a mail: its mail only where it is not hidden. */
export function agencyVariables({ agency, audience }: RenderInput) {
  const hidden = audience === 'contractor' && agency.hidesMailFromContractors;
  return {
    name: agency.name,
    address: agency.address,
    mail: hidden ? '' : agency.mail,
    phone: phone(agency.phone),
  };
}
