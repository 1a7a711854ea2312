import type { Caller } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import type { Asker } from '../../application/asker.js';

class CallerMissing extends AppError.of('CALLER_MISSING', 'invalid') {}

/** No query runs without an agency. */
export function agencyOf({ caller }: { caller?: Pick<Caller, 'agencyId'> }): string {
  if (!caller?.agencyId) throw new CallerMissing();
  return caller.agencyId;
}

/** Assistants and accountants open tickets at the places of their own, and of those whom they stand in for, only. */
export function askerOf({ caller }: { caller?: Caller }): Asker {
  const agencyId = agencyOf({ caller });
  if (!caller?.attachedOnly) return { agencyId };
  return { agencyId, attachedUserIds: [caller.actor?.id ?? '', ...caller.standsInFor] };
}
