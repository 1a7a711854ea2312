import { AlarmNotFound, CafNumberAlreadySet, InvalidRequest, SharerNotFound } from '../property-errors.js';
import type { Alarm, LeaseFile } from '../property/lease.js';
import { isDay } from '../property/shape.js';
import { addMonths } from './days.js';

/** Set once, from what a caisse sent: no user may change it (manual, "Neovacom", 3). */
export function setCafNumber(
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
