import type { DocumentRef, ModuleSettings, Visibility } from '../api/types.js';
import { SETTINGS } from '../fr.js';
import { checkTimers, timersBody, typedTimers } from '../timers/typed-timers.js';
import type { TimerName, TypedTimers } from '../timers/typed-timers.js';

/** Every delay is a setting. */
export const ALL_TIMERS: readonly TimerName[] = [
  'workOrder',
  'quote',
  'approval',
  'invoice',
  'visitHours',
  'presenceMinutes',
  'completionMinutes',
  'quiet',
];

export const SWITCHES = [
  'shownToClients',
  'readReceipt',
  'hideAgencyMail',
  'notifyCreator',
  'notifyManager',
  'notifyAssistant',
  'automaticInvoiceRequest',
] as const;
export type SwitchName = (typeof SWITCHES)[number];

/** The settings as the form holds them. */
export type TypedSettings = Record<SwitchName, boolean> & {
  visibility: Visibility;
  defaultDescription: string;
  emergencyNumbers: string;
  listSize: string;
  dormantDays: string;
  timers: TypedTimers;
};

const LIST_SIZE = { min: 10, max: 200 } as const;
const DORMANT_DAYS = { min: 1, max: 365 } as const;

export function typedSettings(settings: ModuleSettings): TypedSettings {
  const { visibility = 'REQUESTER', defaultDescription, emergencyNumbers } = settings;
  const { listSize, dormantDays, timers } = settings;
  const switches = Object.fromEntries(SWITCHES.map((name) => [name, settings[name]]));
  return {
    ...(switches as Record<SwitchName, boolean>),
    visibility,
    defaultDescription,
    emergencyNumbers,
    listSize: String(listSize),
    dormantDays: String(dormantDays),
    timers: typedTimers(timers),
  };
}

/** As `PUT /api/settings/:module` takes them: whole, with the version that was read. */
export function settingsBody(
  { listSize, dormantDays, timers, ...same }: TypedSettings,
  version: number,
  documents: readonly DocumentRef[],
): object {
  return {
    ...same,
    listSize: Number(listSize),
    dormantDays: Number(dormantDays),
    timers: timersBody(timers, ALL_TIMERS),
    defaultAttachmentIds: documents.map(({ id }) => id),
    version,
  };
}

export function checkSettings({ listSize, dormantDays, timers }: TypedSettings): Record<string, string> {
  return {
    ...(isWithin(LIST_SIZE, listSize) ? {} : { listSize: SETTINGS.listSizeRange }),
    ...(isWithin(DORMANT_DAYS, dormantDays) ? {} : { dormantDays: SETTINGS.dormantDaysRange }),
    ...checkTimers(timers, ALL_TIMERS),
  };
}

function isWithin({ min, max }: { min: number; max: number }, typed: string): boolean {
  const value = Number(typed);
  return Number.isInteger(value) && value >= min && value <= max;
}
