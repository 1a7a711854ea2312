import { LETTERS } from '@intervia/rules';
import { checkDocuments, checkText, filled } from '../values/checks.js';
import type { FieldError } from '@intervia/rules';
import { DEFAULT_OPTIONS } from '../values/options.js';
import type { TicketOptions, Visibility } from '../values/options.js';
import { DEFAULT_TIMERS } from '../values/model.js';
import type { DocumentRef, Module, TicketDetails, TimerSettings, UserRef } from '../values/model.js';
import { checkTimers } from './timer-settings.js';

/** Manual, "Paramétrer le module", of one module of one agency. */
export interface ModuleSettings {
  readonly shownToClients: boolean;
  readonly visibility?: Visibility;
  readonly readReceipt: boolean;
  readonly hideAgencyMail: boolean;
  /** Who of the agency is told that a ticket moved. */
  readonly notify: { readonly creator: boolean; readonly manager: boolean; readonly assistant: boolean };
  readonly defaultDescription: string;
  readonly defaultAttachments: readonly DocumentRef[];
  readonly listSize: number;
  readonly timers: TimerSettings;
  readonly automaticInvoiceRequest: boolean;
  /** After so many days without any movement an open ticket is dormant. */
  readonly dormantDays: number;
  /** Whom clients call in an emergency, in the agency's words. */
  readonly emergencyNumbers: string;
  /** 0 while they were never saved. */
  readonly version: number;
}

export const DEFAULT_SETTINGS: ModuleSettings = {
  shownToClients: false,
  visibility: 'REQUESTER',
  readReceipt: false,
  hideAgencyMail: false,
  notify: { creator: false, manager: true, assistant: false },
  defaultDescription: '',
  defaultAttachments: [],
  listSize: 50,
  timers: DEFAULT_TIMERS,
  automaticInvoiceRequest: false,
  dormantDays: 30,
  emergencyNumbers: '',
  version: 0,
};

/** What the module's settings say of a ticket that says nothing. */
export function defaultOptions(settings: ModuleSettings): TicketOptions {
  const { visibility = DEFAULT_OPTIONS.visibility, readReceipt, automaticInvoiceRequest } = settings;
  return { ...DEFAULT_OPTIONS, visibility, readReceipt, automaticInvoiceRequest };
}

/** Manual, "Ticket visible pour": council and co-owners in syndic, tenants and owners in gérance. */
const VISIBILITIES: Readonly<Record<Module, readonly Visibility[]>> = {
  SYNDIC: ['REQUESTER', 'COUNCIL', 'CO_OWNERS'],
  GERANCE: ['REQUESTER', 'TENANTS', 'OWNERS'],
};

export function checkVisibility(module: Module, visibility: Visibility | undefined): FieldError[] {
  if (!visibility || VISIBILITIES[module].includes(visibility)) return [];
  return [{ field: 'visibility', code: 'NOT_IN_THIS_MODULE' }];
}

const LIST_SIZE = { min: 10, max: 200 } as const;
const DORMANT_DAYS = { min: 1, max: 365 } as const;

function checkRange(field: string, value: number, { min, max }: { min: number; max: number }): FieldError[] {
  return value >= min && value <= max ? [] : [{ field, code: 'OUT_OF_RANGE' }];
}

export function checkSettings(module: Module, settings: ModuleSettings): FieldError[] {
  const { visibility, defaultDescription, defaultAttachments, listSize, dormantDays, timers } = settings;
  return [
    ...filled('visibility', visibility),
    ...checkVisibility(module, visibility),
    ...checkText('defaultDescription', defaultDescription, { max: LETTERS.text }),
    ...checkText('emergencyNumbers', settings.emergencyNumbers, { max: LETTERS.emergency }),
    ...checkDocuments('defaultAttachments', defaultAttachments),
    ...checkRange('listSize', listSize, LIST_SIZE),
    ...checkRange('dormantDays', dormantDays, DORMANT_DAYS),
    ...checkTimers(timers),
  ];
}

/** Manual, "Notifier": without doubles, and without those who are not (yet) anybody. */
export function notifiedUsers(
  { creator, manager, assistant }: TicketDetails,
  { notify }: ModuleSettings,
): UserRef[] {
  const notified = [
    ...(notify.creator ? [creator] : []),
    ...(notify.manager ? [manager] : []),
    ...(notify.assistant && assistant ? [assistant] : []),
  ];
  return [...new Map(notified.filter(({ id }) => id).map((user) => [user.id, user])).values()];
}
