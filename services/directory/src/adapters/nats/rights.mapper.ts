import type * as proto from '@intervia/contracts';
import { Role as ProtoRole } from '@intervia/contracts';
import type { Rights, Role } from '../../domain/records.js';

const NUMBERS: Readonly<Record<Role, ProtoRole>> = {
  manager: ProtoRole.MANAGER,
  assistant: ProtoRole.ASSISTANT,
  accountant: ProtoRole.ACCOUNTANT,
  administrator: ProtoRole.ADMINISTRATOR,
};
const NAMES = new Map(Object.entries(NUMBERS).map(([role, number]) => [number, role as Role]));

export const toRole = (role: Role): ProtoRole => NUMBERS[role];

/** Of an unknown number, from a newer caller, there is none. */
export const roleOf = (number: ProtoRole): Role | undefined => NAMES.get(number);

/** A module whose rights are not given is closed to the user. */
export const fromRights = (rights: proto.Rights | undefined): Rights => ({
  view: rights?.view ?? false,
  create: rights?.create ?? false,
  edit: rights?.edit ?? false,
  delete: rights?.delete ?? false,
  reopen: rights?.reopen ?? false,
});
