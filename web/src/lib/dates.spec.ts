import { describe, expect, it } from '@jest/globals';
import {
  formatDateTime,
  formatClock,
  formatDelay,
  formatDuration,
  formatMoment,
  formatShort,
  fromLocalInput,
  toLocalInput,
} from './dates.js';

describe('dates, in Paris time', () => {
  it('formats an instant', () => {
    expect(formatDateTime('2026-01-05T13:30:00Z')).toBe('05/01/2026 14:30');
    expect(formatDateTime('2026-07-05T22:30:00Z')).toBe('06/07/2026 00:30');
  });

  it('says a moment as people do, with the year when it is another one', () => {
    const now = new Date('2026-11-20T10:00:00Z');
    const said = (iso: string) => formatMoment(iso, now).replaceAll('\u00A0', ' ');
    expect(said('2026-11-23T13:30:00Z')).toBe('lundi 23 nov. à 14 h 30');
    expect(said('2026-02-28T23:05:00Z')).toBe('dimanche 1er mars à 0 h 05');
    expect(said('2027-01-04T08:00:00Z')).toBe('lundi 4 janv. 2027 à 9 h 00');
    expect(formatMoment(undefined)).toBe('');
  });

  it('shows nothing for what is no date', () => {
    expect(formatDateTime(undefined)).toBe('');
    expect(formatDateTime('hier')).toBe('');
  });

  it('shortens by age for the list', () => {
    const now = new Date('2026-03-05T10:00:00Z');
    expect(formatShort('2026-03-05T07:05:00Z', now)).toBe('08:05');
    expect(formatShort('2026-03-04T22:59:00Z', now)).toBe('04/03');
    expect(formatShort('2026-03-04T23:01:00Z', now)).toBe('00:01');
    expect(formatShort('2025-12-01T12:00:00Z', now)).toBe('01/12/25');
  });

  it.each([
    ['winter', '2026-01-05T14:30', '2026-01-05T13:30:00.000Z'],
    ['summer', '2026-07-05T14:30', '2026-07-05T12:30:00.000Z'],
    ['an hour that is skipped', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['just before the change', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['just after the change', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['an hour that comes twice', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ])('reads the wall time of %s', (_, typed, utc) => {
    expect(fromLocalInput(typed)).toBe(utc);
  });

  it('refuses what is no wall time', () => {
    expect(fromLocalInput('')).toBeUndefined();
    expect(fromLocalInput('2026-13-40T99:99')).toBeUndefined();
    expect(fromLocalInput('2026-02-31T10:00')).toBeUndefined();
  });

  it('writes what it reads', () => {
    expect(toLocalInput(new Date('2026-01-05T13:30:00Z'))).toBe('2026-01-05T14:30');
  });

  it('speaks of durations and delays', () => {
    expect([45, 60, 90, 125].map(formatDuration)).toEqual(['45 min', '1 h', '1 h 30', '2 h 05']);
    expect([45, 69, 3849].map(formatClock)).toEqual(['0:45', '1:09', '1:04:09']);
    expect([24, 48, 36, 1].map(formatDelay)).toEqual(['1 jour', '2 jours', '36 heures', '1 heure']);
  });
});
