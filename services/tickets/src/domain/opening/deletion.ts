import { isVisitExpected, visitOf } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import { ActorNotAllowed } from '../values/errors.js';
import type { Actor, Module } from '../values/model.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** Number, who, when: what stays of a deleted ticket. It is no state of a ticket: nothing follows it. */
export interface Tombstone {
  readonly ticketId: string;
  readonly agencyId: string;
  readonly number: number;
  readonly module: Module;
  readonly actor: Actor;
  readonly at: Date;
}

/** Somebody still comes: contractor and contact persons expect it. */
export function visitsAhead(ticket: ExistingTicket, now: Date): readonly Mission[] {
  if (ticket.phase !== 'open') return [];
  return ticket.missions.filter((mission) => {
    const visit = visitOf(mission);
    return isVisitExpected(mission) && visit !== undefined && visit.appointment.start > now;
  });
}

/** In every phase (manual, "Suppression d'un ticket"); whose right it is was checked at the door. The platform itself, by a rule of retention. */
export function decideDeletion(actor: Actor, now: Date, { details }: ExistingTicket): Tombstone {
  if (actor.kind !== 'USER' && actor.kind !== 'SYSTEM') throw new ActorNotAllowed('DeleteTicket');
  const { id: ticketId, agencyId, number, module } = details;
  return { ticketId, agencyId, number, module, actor, at: now };
}
