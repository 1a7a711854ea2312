import type { FormName } from '../domain/answer.js';
import type { FormReader } from './forms/form-reader.js';
import { REALLY } from './forms/parse-form.js';
import type { Mission, View } from './ports/ticket-desk.js';

/** A visit is agreed on, others expect it, and nobody asked yet whether it takes place. */
const UNASKED: ReadonlySet<Mission['status']> = new Set(['WORK_ORDER_ACCEPTED', 'APPOINTMENT_VALIDATED']);
const AGREED: ReadonlySet<Mission['status']> = new Set([
  ...UNASKED,
  'PRESENCE_ASKED',
  'PRESENCE_CONFIRMED',
  'RUNNING_LATE',
]);

export const isAgreed = (view: View): view is Mission =>
  view.kind === 'mission' && view.appointment !== undefined && AGREED.has(view.status);

/** All that may be said of its presence so far is that it will not come. */
export const isUnasked = (view: View): boolean => isAgreed(view) && UNASKED.has(view.status);

/** Moving or calling off a visit is told with its reason. */
export function wantsReason(form: FormName, view: View): boolean {
  if (form === 'presence') return isUnasked(view);
  return (form === 'acceptation' || form === 'rendez-vous') && isAgreed(view);
}

/** Declared done before the visit: it may be a slip of the finger. */
export function isDoneEarly(form: FormName, view: View, now: Date): boolean {
  if (form !== 'fin-intervention' || !isAgreed(view) || !view.appointment) return false;
  return view.appointment.start > now;
}

/** Faults that only the state of the ticket makes. */
export function checkAgreed(form: FormName, view: View, reader: FormReader, now: Date): void {
  if (wantsReason(form, view) && reader.raw('comment') === '') reader.fault('comment', 'WHY_REQUIRED');
  if (isDoneEarly(form, view, now) && reader.raw('finished') !== REALLY)
    reader.fault('finished', 'REALLY_FINISHED');
}
