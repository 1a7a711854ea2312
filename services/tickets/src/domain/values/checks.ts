import { LETTERS, MOST, MOST_CENTS, VISIT_MINUTES } from '@intervia/rules';
import type { FieldError } from '@intervia/rules';
import type { Appointment, DocumentRef, Person } from './model.js';

/** Good enough to refuse a slip of the keyboard; the mail server has the last word. */
const MAIL = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,190}\.[^\s@,;<>".]{2,63}$/;
/** E.164. */
const MOBILE = /^\+[1-9]\d{6,14}$/;

export function filled(field: string, value: unknown): FieldError[] {
  return value ? [] : [{ field, code: 'REQUIRED' }];
}

export function checkText(
  field: string,
  text: string,
  rule: { required?: boolean; max: number },
): FieldError[] {
  if (text.length > rule.max) return [{ field, code: 'TOO_LONG' }];
  return rule.required && text.trim() === '' ? [{ field, code: 'REQUIRED' }] : [];
}

export function checkComment(
  field: string,
  comment: string,
  rule: { required?: boolean } = {},
): FieldError[] {
  return checkText(field, comment, { ...rule, max: LETTERS.comment });
}

/** A channel that is ticked needs an address (manual, "Vous pouvez choisir d'envoyer par email ou par SMS"). */
export function checkReach(field: string, person: Person): FieldError[] {
  const { mails, mobiles, channels } = person;
  return [
    ...(channels.mail && mails.length === 0 ? [{ field: `${field}.mails`, code: 'REQUIRED' }] : []),
    ...(channels.sms && mobiles.length === 0 ? [{ field: `${field}.mobiles`, code: 'REQUIRED' }] : []),
    ...(mails.length > MOST.addresses ? [{ field: `${field}.mails`, code: 'TOO_MANY' }] : []),
    ...(mobiles.length > MOST.addresses ? [{ field: `${field}.mobiles`, code: 'TOO_MANY' }] : []),
    ...(mails.every((mail) => MAIL.test(mail)) ? [] : [{ field: `${field}.mails`, code: 'MALFORMED' }]),
    ...(mobiles.every((mobile) => MOBILE.test(mobile))
      ? []
      : [{ field: `${field}.mobiles`, code: 'MALFORMED' }]),
  ];
}

export function checkPerson(field: string, person: Person): FieldError[] {
  return [
    ...checkText(`${field}.name`, person.name, { required: true, max: LETTERS.name }),
    ...checkComment(`${field}.comment`, person.comment),
    ...checkReach(field, person),
  ];
}

/** Somebody who is to be sent something. */
export function checkReachable(field: string, person: Person): FieldError[] {
  const { mail, sms } = person.channels;
  return [...checkPerson(field, person), ...filled(`${field}.channels`, mail || sms)];
}

/** A form that was filled in slowly still counts as "from now on". */
const PAST_TOLERANCE_MS = 3_600_000;
/** A year, and a day for the leap years and the time zones: beyond it is a slip of the keyboard. */
const FARTHEST_MS = 366 * 24 * 3_600_000;

/** The manager may enter a visit of the past; the contractor promises one to come. */
export function checkAppointment(
  appointment: Appointment | undefined,
  now: Date,
  manual: boolean,
): FieldError[] {
  if (!appointment) return [{ field: 'appointment.start', code: 'REQUIRED' }];
  const { start, durationMinutes } = appointment;
  const problems: FieldError[] = [];
  if (!manual && start.getTime() < now.getTime() - PAST_TOLERANCE_MS) {
    problems.push({ field: 'appointment.start', code: 'IN_THE_PAST' });
  }
  if (start.getTime() > now.getTime() + FARTHEST_MS) {
    problems.push({ field: 'appointment.start', code: 'TOO_FAR' });
  }
  if (durationMinutes < VISIT_MINUTES.least || durationMinutes > VISIT_MINUTES.most) {
    problems.push({ field: 'appointment.durationMinutes', code: 'OUT_OF_RANGE' });
  }
  return problems;
}

export function checkDocuments(field: string, documents: readonly DocumentRef[]): FieldError[] {
  return documents.length > MOST.documents ? [{ field, code: 'TOO_MANY' }] : [];
}

export function checkAmount(field: string, cents: number): FieldError[] {
  return cents > MOST_CENTS ? [{ field, code: 'TOO_LARGE' }] : [];
}
