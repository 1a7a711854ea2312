import { Module, Role } from '@intervia/contracts';
import { demand, ForbiddenAction, has } from '../session/rights.js';
import type { SignedIn } from '../session/sessions.js';

/** Whoever sees rental management reads its files. @throws ForbiddenAction */
export function demandRead(session: SignedIn): void {
  demand(session, 'view', Module.GERANCE);
}

/**
 * Making and changing files is for those who may create or edit there. An accountant reads: it books what others make.
 * @throws ForbiddenAction
 */
export function demandWrite(session: SignedIn): void {
  demandRead(session);
  const may = has(session, 'create', Module.GERANCE) || has(session, 'edit', Module.GERANCE);
  if (!may || session.user.role === Role.ACCOUNTANT) throw new ForbiddenAction();
}
