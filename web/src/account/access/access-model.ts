import type { AccessRights, ChosenAccessDto, GetAccessControlResponse, Rights } from '../../api/types.js';
import { ACCESS } from '../../fr/access.js';
import type { ModulePath } from '../../lib/modules.js';

export const RIGHTS = ['view', 'create', 'edit', 'delete', 'reopen'] as const;
export type Right = (typeof RIGHTS)[number];
type Role = NonNullable<GetAccessControlResponse['roles'][number]['role']>;

const NOTHING: Rights = { view: false, create: false, edit: false, delete: false, reopen: false };

export const wholeAccess = (access: AccessRights | undefined): ChosenAccessDto => ({
  syndic: access?.syndic ?? NOTHING,
  gerance: access?.gerance ?? NOTHING,
});

/** What an agency begins with that decides for the first time: what the first of them has. */
export const proposedAccess = (people: GetAccessControlResponse['people'], role: Role): ChosenAccessDto =>
  wholeAccess(people.find((person) => person.role === role)?.rights);

/** Nothing can be done to what is not seen: the other boxes follow that one. */
export function toggle(access: ChosenAccessDto, module: ModulePath, right: Right): ChosenAccessDto {
  const before = access[module];
  const isTicked = !before[right];
  if (right === 'view' && !isTicked) return { ...access, [module]: NOTHING };
  return { ...access, [module]: { ...before, view: true, [right]: isTicked } };
}

/** "consulter, créer" */
export const rightsText = (rights: Rights | undefined): string =>
  RIGHTS.filter((right) => rights?.[right])
    .map((right) => ACCESS.short[right])
    .join(', ') || ACCESS.none;
