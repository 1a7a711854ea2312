import { isCounted, quoteOf } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import type { RefuseAddresses } from '../mission/mission-commands.js';
import type { MissionEvent } from '../mission/mission-events.js';
import type { Person } from '../values/model.js';
import type { Ticket } from '../ticket/ticket.js';

/**
 * A message came back. Nothing happens for addresses that were corrected meanwhile, nor for those known to be refused,
 * nor where the mission no longer waits for this person.
 */
export function refuseAddresses(command: RefuseAddresses, ticket: Ticket): readonly MissionEvent[] {
  const { actor, now, missionId, correspondentId, reason } = command;
  if (ticket.phase !== 'open') return [];
  const mission = ticket.missions.find(({ id }) => id === missionId);
  const person = mission && waitedFor(mission, correspondentId, ticket.correspondents);
  if (!mission || !person) return [];
  const own = [...person.mails, ...person.mobiles];
  const addresses = command.addresses.filter(
    (address) => own.includes(address) && !mission.refused?.includes(address),
  );
  if (addresses.length === 0) return [];
  const fact = { at: now, actor, missionId, correspondentId, name: person.name, addresses, reason };
  return [{ type: 'AddressRefused', ...fact }];
}

function waitedFor(
  mission: Mission,
  correspondentId: string,
  correspondents: readonly { readonly id: string; readonly person: Person }[],
): Person | undefined {
  if (!isCounted(mission)) return undefined;
  const approver =
    mission.status === 'QUOTE_AWAITING_APPROVAL' ? quoteOf(mission)?.approval?.correspondentId : undefined;
  if (!correspondentId) return approver ? undefined : mission.contractor;
  return approver === correspondentId
    ? correspondents.find(({ id }) => id === correspondentId)?.person
    : undefined;
}
