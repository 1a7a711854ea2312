import { CREATION_ERRORS } from '../fr.js';
import { splitList } from '../lib/phones.js';
import { readInstant } from '../lib/typed-date.js';
import type { Draft, DraftPerson, DraftReminder } from './draft.js';
import { hoursOf } from './draft-request.js';

/** Faults by dotted path, as the gateway names them. The server has the last word; this saves a round trip. */
export type DraftErrors = Record<string, string>;

/** Enough to catch a slip of the keyboard. */
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const MAX_HOURS = 365 * 24;
const MAX_REMINDERS = 20;

export function checkDraft(draft: Draft): DraftErrors {
  const people = (list: 'contractors' | 'contacts' | 'notified') =>
    draft[list].flatMap((person, index) => checkPerson(person, `${list}.${index}`));
  return Object.fromEntries([
    ...fault('place', !draft.place, CREATION_ERRORS.place),
    ...fault('source', !draft.source, CREATION_ERRORS.source),
    ...fault('requestedAt', !readInstant(draft.requestedAt), CREATION_ERRORS.requestedAt),
    ...fault('subject', draft.subject.trim() === '', CREATION_ERRORS.subject),
    ...fault('contractors', draft.contractors.length === 0, CREATION_ERRORS.contractors),
    ...people('contractors'),
    ...draft.contractors.flatMap(({ channels }, index) =>
      fault(
        `contractors.${index}.channels`,
        !channels.mail && !channels.sms,
        CREATION_ERRORS.contractorChannel,
      ),
    ),
    ...people('contacts'),
    ...people('notified'),
    ...checkReminder(draft.timers.workOrder, 'timers.workOrder'),
    ...checkReminder(draft.timers.invoice, 'timers.invoice'),
  ]);
}

type Fault = [path: string, text: string];

function checkPerson({ name, mails, mobiles, channels }: DraftPerson, path: string): Fault[] {
  const addresses = splitList(mails);
  return [
    ...fault(`${path}.name`, name.trim() === '', CREATION_ERRORS.name),
    ...fault(`${path}.mails`, channels.mail && addresses.length === 0, CREATION_ERRORS.channelMail),
    ...fault(`${path}.mails`, !addresses.every((mail) => MAIL.test(mail)), CREATION_ERRORS.mails),
    ...fault(`${path}.mobiles`, channels.sms && splitList(mobiles).length === 0, CREATION_ERRORS.channelSms),
  ];
}

function checkReminder(reminder: DraftReminder, path: string): Fault[] {
  const hours = hoursOf(reminder);
  return [
    ...fault(`${path}.hours`, !isWhole(hours, 1, MAX_HOURS), CREATION_ERRORS.delay),
    ...fault(
      `${path}.maximum`,
      reminder.maximum.trim() === '' || !isWhole(Number(reminder.maximum), 0, MAX_REMINDERS),
      CREATION_ERRORS.maximum,
    ),
  ];
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function fault(path: string, isWrong: boolean, text: string): Fault[] {
  return isWrong ? [[path, text]] : [];
}
