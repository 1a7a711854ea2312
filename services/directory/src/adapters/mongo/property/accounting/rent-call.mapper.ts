import type { RentCall } from '../../../../domain/property/rent-call.js';
import { EMPTY_RENT_CALL, missingCents } from '../../../../domain/property/rent-call.js';
import { plainOf } from '../record.schema.js';
import type { RentCallDocument } from './rent-call.schema.js';

export const rentCallKeys = (call: RentCall) => ({
  record: plainOf(call),
  leaseId: call.leaseId,
  month: call.month,
  paidCents: call.paidCents,
  settledOn: call.settledOn,
  open: missingCents(call) > 0,
});

/** Postings move what is paid, not the record. */
export const toRentCall = ({ record, id, paidCents, settledOn }: RentCallDocument): RentCall => ({
  ...EMPTY_RENT_CALL,
  ...record,
  id,
  paidCents,
  settledOn,
});
