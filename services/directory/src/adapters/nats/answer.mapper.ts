import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  GetPlaceResponseSchema,
  PlacePersonSchema,
  SessionSchema,
  UserSchema,
} from '@intervia/contracts';
import { Group, Module, PlaceRole as ProtoPlaceRole } from '@intervia/contracts';
import type { PlaceView } from '../../application/get-place.query.js';
import type { Session } from '../../application/sessions/session.js';
import type { GroupName, PlacePerson, PlaceRole } from '../../domain/place.js';
import type { ModuleName, User } from '../../domain/records.js';
import { toRole } from './rights.mapper.js';

const PLACE_ROLES: Readonly<Record<PlaceRole, ProtoPlaceRole>> = {
  owner: ProtoPlaceRole.OWNER,
  tenant: ProtoPlaceRole.TENANT,
  caretaker: ProtoPlaceRole.CARETAKER,
  'council-president': ProtoPlaceRole.COUNCIL_PRESIDENT,
  'council-member': ProtoPlaceRole.COUNCIL_MEMBER,
};

const MODULES: Readonly<Record<Module, ModuleName | undefined>> = {
  [Module.UNSPECIFIED]: undefined,
  [Module.SYNDIC]: 'syndic',
  [Module.GERANCE]: 'gerance',
};

const GROUPS: Readonly<Record<Group, GroupName | undefined>> = {
  [Group.UNSPECIFIED]: undefined,
  [Group.COUNCIL]: 'council',
  [Group.CO_OWNERS]: 'co-owners',
};

/** An unknown number, from a newer caller, is nobody. */
export const fromGroup = (group: Group): GroupName | undefined => GROUPS[group];

/** An unknown number, from a newer caller, filters nothing. */
export const fromModule = (module: Module): ModuleName | undefined => MODULES[module];

export const toUserMessage = ({ role, absence, ...user }: User): MessageInitShape<typeof UserSchema> => ({
  ...user,
  role: toRole(role),
  absence: absence && {
    from: timestampFromDate(absence.from),
    until: timestampFromDate(absence.until),
    delegateId: absence.delegateId,
  },
});

export const toSessionMessage = ({
  agencyId,
  agencyName,
  expiresAt,
  secondFactorMissing,
  confirmedUntil,
  ...person
}: Session): MessageInitShape<typeof SessionSchema> => ({
  agencyId,
  agencyName,
  expiresAt: timestampFromDate(expiresAt),
  secondFactorMissing,
  confirmedUntil: confirmedUntil && timestampFromDate(confirmedUntil),
  ...('user' in person
    ? { user: toUserMessage(person.user), standsInFor: person.standsInFor }
    : { client: person.client }),
});

export const toPlacePersonMessage = ({
  role,
  party,
}: PlacePerson): MessageInitShape<typeof PlacePersonSchema> => ({ role: PLACE_ROLES[role], party });

export const toPlaceMessage = ({
  people,
  manager,
  assistant,
  ...rest
}: PlaceView): MessageInitShape<typeof GetPlaceResponseSchema> => ({
  ...rest,
  people: people.map(toPlacePersonMessage),
  manager: manager && toUserMessage(manager),
  assistant: assistant && toUserMessage(assistant),
});
