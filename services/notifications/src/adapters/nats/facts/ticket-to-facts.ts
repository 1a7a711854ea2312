import type { Mission, Ticket } from '@intervia/contracts';
import type { KnownTicket } from '../../../application/ports/neighbours/known-tickets.js';
import type { MissionFacts, TicketFacts } from '../../../domain/facts/facts.js';
import { toAppointment, toPerson, toStep, toTicketWords } from './to-fact.js';

function toMissionFacts({
  id,
  contractor,
  appointment,
  status,
  visitExpected,
  nothingLeft,
}: Mission): MissionFacts | undefined {
  return (
    contractor && {
      id,
      contractor: toPerson(contractor),
      appointment: toAppointment(appointment),
      step: toStep(status),
      expected: visitExpected,
      over: nothingLeft,
    }
  );
}

function toTicketFacts(ticket: Ticket): TicketFacts {
  const words = toTicketWords(ticket);
  return {
    id: ticket.id,
    ...words,
    toldUsers: [],
    ownerName: words.options.sendOwner ? (ticket.place?.ownerName ?? '') : '',
    hidesAgencyMail: false,
    actor: { kind: 'system', id: '', name: '' },
  };
}

/** A ticket as it stands; its colleagues' alerts are the settings' affair, and nothing that timers do alerts them. */
export function toKnownTicket(ticket: Ticket): KnownTicket {
  return {
    ticket: toTicketFacts(ticket),
    missions: ticket.missions.map(toMissionFacts).filter((mission) => mission !== undefined),
  };
}
