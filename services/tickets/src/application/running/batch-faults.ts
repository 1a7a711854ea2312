import { InvalidTicket } from '../../domain/values/errors.js';

/** Says which ticket of a batch has the faults. */
export function namingTicket<T>(path: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof InvalidTicket)) throw error;
    throw new InvalidTicket(error.fields.map(({ field, code }) => ({ field: `${path}.${field}`, code })));
  }
}
