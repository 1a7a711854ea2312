import { requesterOf } from '../ticket/requester.js';
import type { FieldError } from '@intervia/rules';
import type { ExistingTicket } from '../ticket/ticket.js';
import type { Correspondent, CorrespondentRole, Module, Person } from '../values/model.js';

/** Who may be written to: owner and tenant in gérance, the council in syndic, anybody typed in (manual, "Envoyer un message"). Most likely first. */
export const WRITTEN_TO: Readonly<Record<Module, readonly CorrespondentRole[]>> = {
  SYNDIC: ['COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'OTHER'],
  GERANCE: ['OWNER', 'TENANT', 'OTHER'],
};

export function checkRole(module: Module, role: CorrespondentRole | undefined): FieldError[] {
  if (!role) return [{ field: 'role', code: 'REQUIRED' }];
  return WRITTEN_TO[module].includes(role) ? [] : [{ field: 'role', code: 'NOT_IN_THIS_MODULE' }];
}

/** Manual, "acceptation du devis": in gérance the owner; in syndic the president, a member, or a person typed in. */
export const APPROVERS: Readonly<Record<Module, readonly CorrespondentRole[]>> = {
  SYNDIC: ['COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'OTHER'],
  GERANCE: ['OWNER'],
};

export function checkApprover(module: Module, role: CorrespondentRole | undefined): FieldError[] {
  if (!role) return [{ field: 'role', code: 'REQUIRED' }];
  return APPROVERS[module].includes(role) ? [] : [{ field: 'role', code: 'NOT_AN_APPROVER' }];
}

/** All who may be written to as they are known, the requester included. */
export function correspondentsOf(
  ticket: Pick<ExistingTicket, 'details' | 'correspondents'>,
): readonly Correspondent[] {
  const requester = requesterOf(ticket);
  return requester ? [...ticket.correspondents, requester] : ticket.correspondents;
}

/** The same person is reused: the same party, or the same name and reach when it was typed in. */
export function correspondentFor(
  known: readonly Correspondent[],
  role: CorrespondentRole,
  person: Person,
  newId: string,
): Correspondent {
  const same = known.find((other) => other.role === role && isSamePerson(other.person, person));
  return same ?? { id: newId, role, person };
}

function isSamePerson(a: Person, b: Person): boolean {
  if (a.partyId || b.partyId) return a.partyId === b.partyId;
  return a.name === b.name && reachKey(a) === reachKey(b);
}

function reachKey({ mails, mobiles }: Person): string {
  return [...mails, '', ...mobiles].join('\n').toLowerCase();
}
