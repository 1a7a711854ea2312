import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { GetPlaceResponseSchema, SessionSchema, UserSchema } from '@intervia/contracts';
import { Module, PlaceRole as ProtoPlaceRole, Role as ProtoRole } from '@intervia/contracts';
import type { PlaceView } from '../../application/get-place.query.js';
import type { Session } from '../../application/session.js';
import type { PlaceRole } from '../../domain/place.js';
import type { ModuleName, Role, User } from '../../domain/records.js';

const ROLES: Readonly<Record<Role, ProtoRole>> = {
  manager: ProtoRole.MANAGER,
  assistant: ProtoRole.ASSISTANT,
  accountant: ProtoRole.ACCOUNTANT,
  administrator: ProtoRole.ADMINISTRATOR,
};

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

/** An unknown number, from a newer caller, filters nothing. */
export const fromModule = (module: Module): ModuleName | undefined => MODULES[module];

export const toUserMessage = (user: User): MessageInitShape<typeof UserSchema> => ({
  ...user,
  role: ROLES[user.role],
});

export const toSessionMessage = ({
  expiresAt,
  user,
  ...rest
}: Session): MessageInitShape<typeof SessionSchema> => ({
  ...rest,
  user: toUserMessage(user),
  expiresAt: timestampFromDate(expiresAt),
});

export const toPlaceMessage = ({
  people,
  manager,
  ...rest
}: PlaceView): MessageInitShape<typeof GetPlaceResponseSchema> => ({
  ...rest,
  people: people.map(({ role, party }) => ({ role: PLACE_ROLES[role], party })),
  manager: manager && toUserMessage(manager),
});
