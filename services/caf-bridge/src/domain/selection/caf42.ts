import type { Leaving, Nature } from '../radiation/radiation.js';
import { shortAddress } from '../radiation/short-address.js';
import type { Organisme } from '../settings/settings.js';
import type { Person } from './person.js';
import { attachment, detailValues, entryDateOf, faultOf, numberMissing } from './person.js';
import { shareOf } from './rent.js';
import type { Row } from './row.js';

export interface Caf42Request {
  organisme: Organisme;
  nature: Nature;
  leaving: Leaving;
}

const ADDRESS_LINE = 32;

/** End of occupancy (manual, "Envoi automatique des fichiers"). */
export function caf42Row(person: Person, { organisme, nature, leaving }: Caf42Request): Row {
  const entry = entryDateOf(person);
  const exclusion = attachment(person, organisme) ?? numberMissing(person);
  const day = leaving.departedOn ?? leaving.noticeDate ?? '';
  const sharers = person.tenancy.occupants.filter(({ leftOn }) => !leftOn || leftOn >= day);
  return {
    person,
    exclusion,
    entryFrom: entry.from,
    faults:
      exclusion || entry.day ? [] : [faultOf(person, { code: 'ENTRY_DATE_MISSING', field: 'entryDate' })],
    values: detailValues(person, organisme, Math.max(sharers.length, 1), {
      reason: leaving.reason,
      nature,
      noticeDate: leaving.noticeDate ?? '',
      noticeEnd: leaving.noticeEnd ?? '',
      // Nobody has left on a notice, nor on its withdrawal.
      departedOn: nature === 'D' ? (leaving.departedOn ?? '') : '',
      lastMonthPaid: leaving.lastMonthPaid,
      // Unsigned: what the agency owes the tenant is no debt.
      balance: shareOf(sharers, person.occupant.id, Math.max(0, leaving.balanceCents)),
      newAddress: shortAddress(leaving.newAddress.line, ADDRESS_LINE),
      newPostcode: leaving.newAddress.postcode,
      newTown: leaving.newAddress.town,
      sharersLeft: leaving.sharersLeft,
    }),
    facts: { balanceCents: leaving.balanceCents, nature, reason: leaving.reason },
  };
}
