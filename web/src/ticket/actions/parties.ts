import type {
  Correspondent,
  CorrespondentRole,
  Mission,
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

const TYPED: Partial<Record<CorrespondentRole, string>> = { OWNER: EXCHANGES.typedOwner };

export function partiesToWriteTo(ticket: Ticket, place: PlaceDetails | undefined): PartyOption[] {
  return [
    ...ticket.missions.map(partyOfMission),
    ...others(ticket, place, ['REQUESTER', ...ticket.writtenTo]),
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
  return others(ticket, place, ticket.approvers);
}

/** Who answers for the place comes first; the last role is that of whoever is typed in. */
function others(
  { correspondents }: Ticket,
  place: PlaceDetails | undefined,
  roles: readonly CorrespondentRole[],
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
  const role = roles.at(-1) ?? 'OTHER';
  const typed = { key: 'typed', label: TYPED[role] ?? EXCHANGES.typed, role, person: typedPerson() };
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
