import { AppError } from '@intervia/rules';
import {
  AlarmNotFound,
  CafNumberAlreadySet,
  FileFull,
  InvalidRequest,
  LeaseNotFound,
  SharerNotFound,
} from '../property-errors.js';
import type { Alarm, LeaseFile } from '../property/lease.js';
import { MOST_BYTES_WITH_COMMANDS, bytesOf, isDay } from '../property/shape.js';
import { addMonths } from './days.js';

/** Set once, from what a caisse sent: no user may change it (manual, "Neovacom", 3). */
function setCafNumber(
  lease: LeaseFile,
  { sharerId, cafNumber }: { sharerId: string; cafNumber: string },
): LeaseFile {
  if (!/^[\x21-\x7e]{1,18}$/.test(cafNumber))
    throw new InvalidRequest([{ field: 'cafNumber', code: 'INVALID_CAF_NUMBER' }]);
  const set = <T extends { cafNumber: string }>(holder: T): T => {
    if (holder.cafNumber && holder.cafNumber !== cafNumber) throw new CafNumberAlreadySet();
    return { ...holder, cafNumber };
  };
  if (!sharerId) return set(lease);
  if (!lease.sharers.some(({ id }) => id === sharerId)) throw new SharerNotFound();
  return {
    ...lease,
    sharers: lease.sharers.map((sharer) => (sharer.id === sharerId ? set(sharer) : sharer)),
  };
}

/** A number that an import found for a tenant or a flat-sharer. */
export interface GivenNumber {
  leaseId: string;
  /** Empty: the tenant. */
  sharerId: string;
  cafNumber: string;
}

/** Many at once, each for itself. @returns why not, in their order, and the leases that changed, with what was given */
export function setCafNumbers(
  leases: readonly LeaseFile[],
  asked: readonly GivenNumber[],
): { errorCodes: string[]; changed: { lease: LeaseFile; given: GivenNumber[] }[] } {
  const current = new Map(leases.map((lease) => [lease.id, { lease, given: [] as GivenNumber[] }]));
  const errorCodes = asked.map((number): string => {
    const before = current.get(number.leaseId);
    if (!before) return new LeaseNotFound().code;
    try {
      const lease = setCafNumber(before.lease, number);
      if (cafNumberOf(before.lease, number) === number.cafNumber) return '';
      if (bytesOf(lease) > MOST_BYTES_WITH_COMMANDS) throw new FileFull();
      current.set(number.leaseId, { lease, given: [...before.given, number] });
      return '';
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  });
  return { errorCodes, changed: [...current.values()].filter(({ given }) => given.length > 0) };
}

const cafNumberOf = ({ cafNumber, sharers }: LeaseFile, { sharerId }: GivenNumber): string =>
  sharerId ? (sharers.find(({ id }) => id === sharerId)?.cafNumber ?? '') : cafNumber;

/** A periodic alarm falls due again, after it was done. */
function done(alarm: Alarm, doneOn: string): Alarm {
  if (alarm.everyMonths === 0) return { ...alarm, doneOn };
  let dueOn = alarm.dueOn;
  while (dueOn <= doneOn) dueOn = addMonths(dueOn, alarm.everyMonths);
  // Done ahead of time: the next one is a whole period later.
  return { ...alarm, doneOn, dueOn: dueOn === alarm.dueOn ? addMonths(dueOn, alarm.everyMonths) : dueOn };
}

export function markAlarmDone(
  lease: LeaseFile,
  { alarmId, doneOn }: { alarmId: string; doneOn: string },
): LeaseFile {
  if (!isDay(doneOn)) throw new InvalidRequest([{ field: 'doneOn', code: 'INVALID_DATE' }]);
  if (!lease.alarms.some(({ id }) => id === alarmId)) throw new AlarmNotFound();
  return {
    ...lease,
    alarms: lease.alarms.map((alarm) => (alarm.id === alarmId ? done(alarm, doneOn) : alarm)),
  };
}

/** The alarms that are still to be done. */
export const openAlarms = ({ alarms }: Pick<LeaseFile, 'alarms'>): Alarm[] =>
  alarms.filter(({ dueOn, everyMonths, doneOn }) => dueOn !== '' && (everyMonths > 0 || doneOn === ''));
