import type { Caller } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';

class CallerMissing extends AppError {
  constructor() {
    super('CALLER_MISSING', 'invalid');
  }
}

/** No query runs without an agency. */
export function agencyOf({ caller }: { caller?: Pick<Caller, 'agencyId'> }): string {
  if (!caller?.agencyId) throw new CallerMissing();
  return caller.agencyId;
}
