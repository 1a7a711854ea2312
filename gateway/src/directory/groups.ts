import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PersonSchema } from '@intervia/contracts';
import { DirectoryService, GroupSchema } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { enumValue } from '../mapping/enums.js';
import { callerOf } from '../session/caller.js';
import type { SignedIn } from '../session/sessions.js';
import { personOfParty } from './reach.js';

type PersonInit = MessageInitShape<typeof PersonSchema>;

/** Manual, "Personne(s) à notifier": "tous les membres du conseil syndical", "tous les copropriétaires". */
@Injectable()
export class Groups {
  private readonly directory: ServiceClient<typeof DirectoryService>;

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryService);
  }

  /** The persons of groups of a building, by the names of the groups. */
  async persons(
    me: SignedIn,
    buildingId: string,
    groups: readonly string[] | undefined,
  ): Promise<PersonInit[]> {
    const lists = await Promise.all(
      (groups ?? []).map((name) =>
        this.directory.listGroup({
          caller: callerOf(me),
          buildingId,
          group: enumValue(GroupSchema, name),
        }),
      ),
    );
    return lists.flatMap(({ people }) =>
      people.flatMap(({ party }) => (party ? [personOfParty(party)] : [])),
    );
  }
}

/** Each person of the directory once; what was said of one first holds. */
export function eachOnce(persons: readonly PersonInit[]): PersonInit[] {
  const seen = new Set<string>();
  return persons.filter(({ partyId }) => {
    if (!partyId) return true;
    const isNew = !seen.has(partyId);
    seen.add(partyId);
    return isNew;
  });
}
