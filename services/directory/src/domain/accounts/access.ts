import type { ModuleName, Rights, Role, User } from '../records.js';

/** What somebody may do in each module. */
export type Access = Readonly<Record<ModuleName, Rights>>;

/** What an agency decided of its roles; the version tells one administrator that another decided meanwhile. */
export interface AccessControl {
  readonly version: number;
  readonly rules: Readonly<Partial<Record<Role, Access>>>;
}

/** Of an agency that never decided anything. */
export const AS_PUBLISHED: AccessControl = { version: 0, rules: {} };

/**
 * Manual, "Contrôle des accès": the boxes of a role count for whoever has it. Without any, those that LSC publishes; and whom LSC
 * leaves no right at all has left.
 */
export function withAccess(user: User, { rules }: AccessControl): User {
  const { syndic, gerance } = (isInService(user) && rules[user.role]) || user;
  return { ...user, syndic, gerance };
}

/** LSC leaves somebody who left no right. */
export const isInService = ({ syndic, gerance }: Partial<Access>): boolean =>
  [syndic, gerance].some((rights) => Object.values(rights ?? {}).includes(true));

/** Nothing can be done to what is not seen. */
export const isSound = ({ syndic, gerance }: Access): boolean =>
  [syndic, gerance].every((rights) => rights.view || !Object.values(rights).includes(true));

export const decidesTheSame = ({ rules }: AccessControl, role: Role, access: Access | undefined): boolean =>
  boxes(rules[role]) === boxes(access);

const boxes = (access: Access | undefined): string =>
  access
    ? [access.syndic, access.gerance]
        .flatMap((rights) => [rights.view, rights.create, rights.edit, rights.delete, rights.reopen])
        .join()
    : '';

/** The next version. Without an access the role's people have what LSC publishes. */
export function decide(control: AccessControl, role: Role, access: Access | undefined): AccessControl {
  const { [role]: _before, ...others } = control.rules;
  return { version: control.version + 1, rules: access ? { ...others, [role]: access } : others };
}
