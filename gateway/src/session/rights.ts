import type { Rights, User } from '@intervia/contracts';
import { Module, Role } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import type { SignedIn } from './sessions.js';

/** Manual, "Contrôle des accès": the four boxes of a role; and reopening, off by default (specification, 13). */
export const RIGHTS = ['view', 'create', 'edit', 'delete', 'reopen'] as const;
export type Right = (typeof RIGHTS)[number];
export type TicketModule = Module.SYNDIC | Module.GERANCE;

export const TICKET_MODULES: readonly TicketModule[] = [Module.SYNDIC, Module.GERANCE];

export class ForbiddenAction extends AppError.of('FORBIDDEN_ACTION', 'forbidden') {}

export function has(session: SignedIn, right: Right, module: Module): boolean {
  return rightsOf(session.user, module)?.[right] ?? false;
}

/** Modules whose tickets can be given to that user: who only reads them could do nothing. */
export function actsIn(user: User): TicketModule[] {
  return TICKET_MODULES.filter((module) => rightsOf(user, module)?.edit ?? false);
}

/** @throws ForbiddenAction */
export function demand(session: SignedIn, right: Right, module: Module): void {
  if (!has(session, right, module)) throw new ForbiddenAction();
}

/** Settings of a module are the administrator's. @throws ForbiddenAction */
export function demandAdministrator(session: SignedIn): void {
  if (session.user.role !== Role.ADMINISTRATOR) throw new ForbiddenAction();
}

/** For what belongs to no module yet, such as an upload. @throws ForbiddenAction */
export function demandAny(session: SignedIn, rights: readonly Right[]): void {
  if (!rights.some((right) => modulesWith(session, right).length > 0)) throw new ForbiddenAction();
}

/** Modules in which the user has the right; most users have both or one. */
export function modulesWith(session: SignedIn, right: Right): TicketModule[] {
  return TICKET_MODULES.filter((module) => has(session, right, module));
}

/**
 * The module to read in: the one asked for, else all (UNSPECIFIED), narrowed to what the user may see.
 * @throws ForbiddenAction
 */
export function viewedModule(session: SignedIn, asked: Module): Module {
  const seen = modulesWith(session, 'view');
  const [only] = seen;
  if (only === undefined || (asked !== Module.UNSPECIFIED && !seen.some((module) => module === asked))) {
    throw new ForbiddenAction();
  }
  return asked === Module.UNSPECIFIED && seen.length === 1 ? only : asked;
}

function rightsOf(user: SignedIn['user'], module: Module): Rights | undefined {
  switch (module) {
    case Module.SYNDIC:
      return user.syndic;
    case Module.GERANCE:
      return user.gerance;
    case Module.UNSPECIFIED:
      return undefined;
    default:
      return module satisfies never;
  }
}
