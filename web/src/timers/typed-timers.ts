import { TIMERS } from '@intervia/rules';
import type { TimerSettings } from '../api/types.js';
import { CREATION_ERRORS } from '../fr.js';

/** Delays as forms hold them. */
export interface TypedReminder {
  delay: string;
  unit: 'days' | 'hours';
  maximum: string;
}

export interface TypedTimers {
  workOrder: TypedReminder;
  quote: TypedReminder;
  approval: TypedReminder;
  invoice: TypedReminder;
  visitHours: string;
  presenceMinutes: string;
  completionMinutes: string;
  quiet: { from: string; until: string };
}

export type TimerName = keyof TypedTimers;

export const REMINDERS = ['workOrder', 'quote', 'approval', 'invoice'] as const;
export type ReminderName = (typeof REMINDERS)[number];

const DAY_HOURS = 24;

/** Manual, "Délais de relance": "pour les ODS, deux types"; quotes have their own, and the visit reminder. */
export function timersOfType(isQuote: boolean): readonly TimerName[] {
  return isQuote ? ['quote', 'approval', 'visitHours', 'invoice'] : ['workOrder', 'invoice'];
}

/** Specification, "Timers": what holds until the agency's settings are known. */
const DEFAULTS: Required<TimerSettings> = {
  workOrder: { hours: 2 * DAY_HOURS, maximum: 3 },
  quote: { hours: 5 * DAY_HOURS, maximum: 3 },
  approval: { hours: 3 * DAY_HOURS, maximum: 3 },
  invoice: { hours: 7 * DAY_HOURS, maximum: 3 },
  visitHours: 24,
  presenceMinutes: 30,
  completionMinutes: 10,
  quiet: { from: 20, until: 8 },
};

export function typedTimers(settings: TimerSettings = {}): TypedTimers {
  const reminder = (name: ReminderName): TypedReminder => {
    const { hours, maximum } = { ...DEFAULTS[name], ...settings[name] };
    const inDays = (hours ?? 0) % DAY_HOURS === 0;
    return {
      delay: String((hours ?? 0) / (inDays ? DAY_HOURS : 1)),
      unit: inDays ? 'days' : 'hours',
      maximum: String(maximum),
    };
  };
  const { visitHours, presenceMinutes, completionMinutes, quiet } = { ...DEFAULTS, ...settings };
  return {
    workOrder: reminder('workOrder'),
    quote: reminder('quote'),
    approval: reminder('approval'),
    invoice: reminder('invoice'),
    visitHours: String(visitHours),
    presenceMinutes: String(presenceMinutes),
    completionMinutes: String(completionMinutes),
    quiet: { from: String(quiet.from), until: String(quiet.until) },
  };
}

/** As the gateway takes them; the rest stays with the agency's settings. */
export function timersBody(timers: TypedTimers, names: readonly TimerName[]): TimerSettings {
  return Object.fromEntries(names.map((name) => [name, bodyOf(timers[name])]));
}

function bodyOf(value: TypedTimers[TimerName]): TimerSettings[TimerName] {
  if (typeof value === 'string') return Number(value);
  if ('from' in value) return { from: Number(value.from), until: Number(value.until) };
  return { hours: hoursOf(value), maximum: Number(value.maximum) };
}

function hoursOf({ delay, unit }: TypedReminder): number {
  return Number(delay) * (unit === 'days' ? DAY_HOURS : 1);
}

/** Faults by dotted path, as the gateway names them. */
export function checkTimers(timers: TypedTimers, names: readonly TimerName[]): Record<string, string> {
  return Object.assign({}, ...names.map((name) => checkTimer(name, timers[name]))) as Record<string, string>;
}

function checkTimer(name: TimerName, value: TypedTimers[TimerName]): Record<string, string> {
  if (typeof value === 'string') {
    const maximum = TIMERS[name as 'visitHours' | 'presenceMinutes' | 'completionMinutes'];
    return isWhole(value, 0, maximum) ? {} : { [`timers.${name}`]: CREATION_ERRORS.whole(maximum) };
  }
  if ('from' in value) {
    const isFine = isWhole(value.from, 0, TIMERS.lastHour) && isWhole(value.until, 0, TIMERS.lastHour);
    return isFine ? {} : { 'timers.quiet': CREATION_ERRORS.whole(TIMERS.lastHour) };
  }
  const hours = hoursOf(value);
  return {
    ...(isWhole(value.delay.trim() && String(hours), TIMERS.reminderHours.least, TIMERS.reminderHours.most)
      ? {}
      : { [`timers.${name}.hours`]: CREATION_ERRORS.delay }),
    ...(isWhole(value.maximum, 0, TIMERS.reminders)
      ? {}
      : { [`timers.${name}.maximum`]: CREATION_ERRORS.maximum }),
  };
}

function isWhole(typed: string, min: number, max: number): boolean {
  const value = Number(typed);
  return typed.trim() !== '' && Number.isInteger(value) && value >= min && value <= max;
}
