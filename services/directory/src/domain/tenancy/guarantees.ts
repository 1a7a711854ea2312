import type { Departure, FlatSharer, Guarantor, LeaseFile } from '../property/lease.js';
import { addMonths } from './days.js';

/** In a flat-share a guarantor answers six months more (loi 89-462, art. 8-1 VI). */
const GUARANTEE_AFTER_MONTHS = 6;

/** The day on which a sharer's notice takes effect, or on which it left without one; empty while it stays. */
export function freeFrom(lease: Pick<LeaseFile, 'notices' | 'departures'>, sharerId: string): string {
  const departure = lease.departures.find((one) => one.sharerId === sharerId);
  if (departure) return departure.noticeEndsOn || departure.leftOn;
  return lease.notices.find((one) => one.sharerId === sharerId)?.leavesOn ?? '';
}

/** Until a replacement is there, at most six months after the notice took effect. */
export function guaranteedUntil(
  sharers: readonly FlatSharer[],
  { sharerId, leftOn, noticeEndsOn }: Pick<Departure, 'sharerId' | 'leftOn' | 'noticeEndsOn'>,
): string {
  const from = noticeEndsOn || leftOn;
  const replacement = sharers.find(({ replacesSharerId }) => replacesSharerId === sharerId);
  const latest = addMonths(from, GUARANTEE_AFTER_MONTHS);
  if (!replacement) return latest;
  return [latest, replacement.enteredOn > from ? replacement.enteredOn : from].toSorted()[0] ?? latest;
}

/** Those who answer for a sharer, until a day at most. */
export const endGuarantees = (
  guarantors: readonly Guarantor[],
  sharerId: string,
  until: string,
): Guarantor[] =>
  guarantors.map((guarantor) =>
    guarantor.sharerId === sharerId && (!guarantor.until || guarantor.until > until)
      ? { ...guarantor, until }
      : guarantor,
  );
