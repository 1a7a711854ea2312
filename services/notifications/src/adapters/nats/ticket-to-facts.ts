import type { Mission, Ticket } from '@intervia/contracts';
import type { KnownTicket } from '../../application/ports/known-tickets.js';
import type { MissionFacts, TicketFacts } from '../../domain/facts.js';
import { isOver } from '../../domain/steps.js';
import { toAppointment, toManager, toModule, toPerson, toStep, toTicketType } from './to-fact.js';

function toMissionFacts({ id, contractor, appointment, status }: Mission): MissionFacts | undefined {
  const step = toStep(status);
  return (
    contractor && {
      id,
      contractor: toPerson(contractor),
      appointment: toAppointment(appointment),
      step,
      over: isOver(step),
    }
  );
}

function toTicketFacts(ticket: Ticket): TicketFacts {
  const { place, requester } = ticket;
  return {
    id: ticket.id,
    number: ticket.number,
    type: toTicketType(ticket.type),
    module: toModule(ticket.module),
    subject: ticket.subject,
    description: ticket.description,
    notifiedDescription: ticket.notifiedDescription,
    place: { label: place?.label ?? '', address: place?.address ?? '' },
    silent: ticket.silent,
    urgent: ticket.urgent,
    notifyReminders: ticket.notifyReminders,
    manager: toManager(ticket.manager),
    toldUsers: [],
    notified: ticket.notified.map(toPerson),
    contacts: ticket.contacts.map(toPerson),
    requester: requester && toPerson(requester),
    ownerName: ticket.sendOwner ? (place?.ownerName ?? '') : '',
    hidesAgencyMail: false,
    step: toStep(ticket.status),
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
