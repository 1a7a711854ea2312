import type {
  Correspondent,
  CorrespondentRole,
  Mission,
  ModuleCode,
  Person,
  PlaceDetails,
  PlaceRole,
  Ticket,
} from '../../api/types.js';
import { CORRESPONDENT_ROLES, EXCHANGES, named } from '../../fr.js';
import { personBody, personOfParty, personOfTicket, typedPerson } from '../../people/typed-person.js';
import type { TypedPerson } from '../../people/typed-person.js';

/** With whom one exchanges about a ticket: a contractor, a known correspondent, or somebody new. */
export interface PartyOption {
  key: string;
  label: string;
  missionId?: string;
  correspondentId?: string;
  /** Of somebody new, whose person may still be changed. */
  role?: CorrespondentRole;
  person: TypedPerson;
}

/** Manual, "Envoyer un message": "un intervenant, le président du CS (syndic), le propriétaire, le locataire (Gérance)". */
const WRITTEN_TO: Readonly<Record<ModuleCode, readonly CorrespondentRole[]>> = {
  SYNDIC: ['COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'OTHER'],
  GERANCE: ['OWNER', 'TENANT', 'OTHER'],
};

/** Manual, "Acceptation du devis". In gérance an owner may be typed in too. */
const APPROVERS: Readonly<Record<ModuleCode, readonly CorrespondentRole[]>> = {
  SYNDIC: ['COUNCIL_PRESIDENT', 'COUNCIL_MEMBER', 'OTHER'],
  GERANCE: ['OWNER'],
};

export function partiesToWriteTo(ticket: Ticket, place: PlaceDetails | undefined): PartyOption[] {
  return [
    ...ticket.missions.map(partyOfMission),
    ...others(ticket, place, WRITTEN_TO[ticket.module], 'OTHER'),
  ];
}

export function partyOfMission({ id, contractor }: Mission): PartyOption {
  const label = `${contractor.name} (${EXCHANGES.contractor})`;
  return { key: id, label, missionId: id, person: personOfTicket(contractor) };
}

export function partyOfCorrespondent({ id, role }: Correspondent, person: Person): PartyOption {
  const label = role ? labelOf(person, role) : person.name;
  return { key: id, label, correspondentId: id, person: personOfTicket(person) };
}

export function possibleApprovers(ticket: Ticket, place: PlaceDetails | undefined): PartyOption[] {
  const typedRole = ticket.module === 'GERANCE' ? 'OWNER' : 'OTHER';
  return others(ticket, place, APPROVERS[ticket.module], typedRole);
}

function others(
  { correspondents }: Ticket,
  place: PlaceDetails | undefined,
  roles: readonly CorrespondentRole[],
  typedRole: CorrespondentRole,
): PartyOption[] {
  const known: PartyOption[] = correspondents.flatMap((correspondent) => {
    const { person, role } = correspondent;
    return person && role && roles.includes(role) ? [partyOfCorrespondent(correspondent, person)] : [];
  });
  const isKnown = (partyId: string, role: string): boolean =>
    correspondents.some((other) => other.person?.partyId === partyId && other.role === role);
  const ofPlace = (place?.people ?? []).flatMap(({ party, role }) =>
    party && isAmong(roles, role) && !isKnown(party.id, role)
      ? [{ key: `${role} ${party.id}`, label: labelOf(party, role), role, person: personOfParty(party) }]
      : [],
  );
  const typed = {
    key: 'typed',
    label: typedRole === 'OWNER' ? EXCHANGES.typedOwner : EXCHANGES.typed,
    role: typedRole,
    person: typedPerson(),
  };
  const rank = ({ role }: PartyOption): number => (role ? roles.indexOf(role) : -1);
  return [...[...known, ...ofPlace].sort((a, b) => rank(a) - rank(b)), typed];
}

function isAmong(
  roles: readonly CorrespondentRole[],
  role: PlaceRole | undefined,
): role is PlaceRole & CorrespondentRole {
  return roles.some((other) => other === role);
}

function labelOf({ name }: Pick<Person, 'name'>, role: CorrespondentRole): string {
  return `${name} (${named(CORRESPONDENT_ROLES, role).toLowerCase()})`;
}

/** As the gateway takes it; `name` is what it calls somebody new. */
export function partyBody(party: PartyOption | null, name: 'person' | 'approver'): object {
  if (!party) return {};
  const { missionId, correspondentId, role, person } = party;
  if (missionId) return { missionId };
  if (correspondentId) return { correspondentId };
  return { role, [name]: personBody(person) };
}
