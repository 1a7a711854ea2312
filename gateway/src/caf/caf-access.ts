import { Module } from '@intervia/contracts';
import { demand } from '../session/rights.js';
import type { SignedIn } from '../session/sessions.js';

/** Whoever sees rental management sees what goes to the CAF. @throws ForbiddenAction */
export function demandRead(session: SignedIn): void {
  demand(session, 'view', Module.GERANCE);
}

/** Files and statements are for those who may change there, accountants among them. @throws ForbiddenAction */
export function demandWrite(session: SignedIn): void {
  demandRead(session);
  demand(session, 'edit', Module.GERANCE);
}
