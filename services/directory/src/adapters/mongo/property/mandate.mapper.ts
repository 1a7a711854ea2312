import type { MandateFile } from '../../../domain/property/mandate.js';
import { EMPTY_MANDATE } from '../../../domain/property/mandate.js';
import type { MandateDocument } from './mandate.schema.js';
import { plainOf } from './record.schema.js';

export const NEVER = '9999-12-31';

/** "9" before "10", whatever stands around the digits. */
export const naturalOrder = (number: string): string =>
  number.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

export const mandateKeys = (mandate: MandateFile) => ({
  record: plainOf(mandate),
  accountId: mandate.accountId,
  endsKey: mandate.endedOn || NEVER,
  sortKey: `${naturalOrder(mandate.number.toLowerCase())} ${mandate.id}`,
});

export const toMandate = ({ record, id, version }: MandateDocument): MandateFile => ({
  ...EMPTY_MANDATE,
  ...record,
  id,
  version,
});
