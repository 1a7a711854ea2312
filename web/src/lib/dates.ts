import { PARIS, parisInstant, wallTime as shownInParis } from '@intervia/french/wall-time';

/** People read and type Paris time, whatever the browser's zone; the API speaks UTC. */
const weekday = new Intl.DateTimeFormat('fr-FR', { timeZone: PARIS, weekday: 'long' });
const shortWeekday = new Intl.DateTimeFormat('fr-FR', { timeZone: PARIS, weekday: 'short' });
const month = new Intl.DateTimeFormat('fr-FR', { timeZone: PARIS, month: 'short' });
/** Keeps "14 h 30" on one line. */
const NBSP = '\u00A0';

/** With the digits that a form writes. */
interface WallTime {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

function wallTime(at: Date): WallTime {
  const { year, month, day, hour, minute } = shownInParis(at);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return { year: String(year), month: pad(month), day: pad(day), hour: pad(hour), minute: pad(minute) };
}

/** "05/03/2026", or nothing for an absent or broken date. */
export function formatDay(iso: string | undefined): string {
  const at = toDate(iso);
  if (!at) return '';
  const w = wallTime(at);
  return `${w.day}/${w.month}/${w.year}`;
}

/** "05/03/2026 14:30" */
export function formatDateTime(iso: string | undefined): string {
  const at = toDate(iso);
  if (!at) return '';
  const w = wallTime(at);
  return `${w.day}/${w.month}/${w.year} ${w.hour}:${w.minute}`;
}

/** For a dense list: "14:30" today, "05/03" this year, "05/03/25" before. */
export function formatShort(iso: string | undefined, now: Date): string {
  const at = toDate(iso);
  if (!at) return '';
  const w = wallTime(at);
  const today = wallTime(now);
  if (w.year !== today.year) return `${w.day}/${w.month}/${w.year.slice(2)}`;
  if (w.month === today.month && w.day === today.day) return `${w.hour}:${w.minute}`;
  return `${w.day}/${w.month}`;
}

/** For a column: "ven. 28/11", and with its hour "ven. 28/11 10h", "ven. 28/11 10h30". */
export function formatBrief(iso: string | undefined, withHour: boolean): string {
  const at = toDate(iso);
  if (!at) return '';
  const w = wallTime(at);
  const day = `${shortWeekday.format(at)} ${w.day}/${w.month}`;
  if (!withHour) return day;
  return `${day} ${Number(w.hour)}h${w.minute === '00' ? '' : w.minute}`;
}

/** As people say it: "lundi 24 nov. à 14 h 30", with the year when it is another one. */
export function formatMoment(iso: string | undefined, now = new Date()): string {
  const at = toDate(iso);
  if (!at) return '';
  const w = wallTime(at);
  const day = w.day === '01' ? '1er' : Number(w.day);
  const year = w.year === wallTime(now).year ? '' : ` ${w.year}`;
  return `${weekday.format(at)} ${day} ${month.format(at)}${year} à ${Number(w.hour)}${NBSP}h${NBSP}${w.minute}`;
}

/** "1 h 30", "45 min", "2 h" */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** "1:04:09", "0:45": of seconds. */
export function formatClock(seconds: number): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** "3 jours", "36 heures": reminder delays are kept in hours. */
export function formatDelay(hours: number): string {
  const unit = hours % 24 === 0 ? 'jour' : 'heure';
  const count = unit === 'jour' ? hours / 24 : hours;
  return `${count} ${unit}${count > 1 ? 's' : ''}`;
}

/** The value of an `<input type="datetime-local">`, in Paris time. */
export function toLocalInput(at: Date): string {
  const w = wallTime(at);
  return `${w.year}-${w.month}-${w.day}T${w.hour}:${w.minute}`;
}

/**
 * The UTC instant of a Paris wall time; undefined when it is no date.
 * An hour that summer time skips gives the hour after, one that it repeats gives the first.
 */
export function fromLocalInput(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = value.slice(0, 16).split(/[-T:]/).map(Number);
  return parisInstant({ year, month, day, hour, minute })?.toISOString();
}

function toDate(iso: string | undefined): Date | undefined {
  if (!iso) return undefined;
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
