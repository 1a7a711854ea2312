import type { EntitySettings, Organisme } from '../settings/settings.js';
import type { Day } from '../values/day.js';
import { lastDayOf } from '../values/day.js';
import { debtOn } from './debt.js';
import type { Person } from './person.js';
import { attachment, detailValues, entryDateOf, faultOf, numberMissing, presence } from './person.js';
import { occupantsOn, rentOf, shareOf } from './rent.js';
import type { Row } from './row.js';

export interface Caf12Request {
  settings: EntitySettings;
  organisme: Organisme;
  /** Of the July whose rents are sent. */
  year: number;
  today: Day;
}

/** July's rents of year N, which make the aid of January N+1 (manual, "Export CAF"). */
export function caf12Row(person: Person, { settings, organisme, year, today }: Caf12Request): Row {
  const { tenancy, occupant } = person;
  const july = `${year}-07`;
  const rent = rentOf(tenancy, july, settings);
  const entry = entryDateOf(person);
  const others = occupantsOn(tenancy, today);
  const sharers = others.some(({ id }) => id === occupant.id) ? others : [occupant];
  const exclusion =
    attachment(person, organisme) ??
    gone(person, today) ??
    arrivedAfter(person, july) ??
    numberMissing(person);
  const call = tenancy.calls.find(({ month }) => month === july);
  const debt = debtOn(tenancy, today);
  return {
    person,
    exclusion,
    rent,
    entryFrom: entry.from,
    faults: exclusion
      ? []
      : [
          ...(entry.day ? [] : [faultOf(person, { code: 'ENTRY_DATE_MISSING', field: 'entryDate' })]),
          ...(rent.lines.some(({ counted }) => counted === 'RENT')
            ? []
            : [faultOf(person, { code: 'NO_RENT_LINE', field: 'rentShare' })]),
        ],
    values: detailValues(person, organisme, sharers.length, {
      referenceMonth: july,
      rentShare: shareOf(sharers, occupant.id, rent.rentCents),
      charges: shareOf(sharers, occupant.id, rent.chargesCents),
      rentDwelling: rent.rentCents,
      effectiveDate: `${year + 1}-01-01`,
      julyPaid: !call || call.unpaidCents - call.withheldCents <= 0,
      upToDate: debt.cents === 0,
    }),
    facts: { debtCents: debt.cents, withheldCents: debt.withheldCents },
  };
}

const gone = (person: Person, today: Day) => (presence(person, today) === 'GONE' ? 'GONE' : undefined);

/** Who came after July has no July rent. */
const arrivedAfter = (person: Person, july: string) =>
  presence(person, lastDayOf(july)) === 'NOT_THERE_YET' ? 'NOT_THERE_YET' : undefined;
