import { describe, expect, it } from '@jest/globals';
import { parseAppointment, parseDate, parseTime } from './parse-appointment.js';

const now = new Date('2026-03-20T09:00:00Z');

describe('parseAppointment', () => {
  it.each([
    ['winter', '2026-03-28', '14:30', '2026-03-28T13:30:00Z'],
    ['summer', '2026-03-29', '14:30', '2026-03-29T12:30:00Z'],
    ['the hour that comes twice: the first', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['typed by hand', '21/03/26', '9h05', '2026-03-21T08:05:00Z'],
    ['while at the door', '2026-03-20', '09:30', '2026-03-20T08:30:00Z'],
  ])('reads %s', (_case, date, time, start) => {
    expect(parseAppointment(date, time, now)).toEqual({ start: new Date(start) });
  });

  it.each([
    ['2026-03-29', '02:30', 'time', 'TIME_DOES_NOT_EXIST'],
    ['2026-03-20', '08:30', 'time', 'TIME_PAST'],
    ['2026-03-19', '14:30', 'date', 'DATE_PAST'],
    ['2027-03-21', '14:30', 'date', 'DATE_TOO_FAR'],
    ['2026-02-30', '14:30', 'date', 'DATE_INVALID'],
    ['demain', '14:30', 'date', 'DATE_INVALID'],
    ['2026-03-21', '25:00', 'time', 'TIME_INVALID'],
    ['2026-03-21', 'midi', 'time', 'TIME_INVALID'],
  ])('refuses %s %s', (date, time, field, code) => {
    expect(parseAppointment(date, time, now)).toEqual({ field, code });
  });

  it('counts the day in Paris, not in UTC', () => {
    const lateEvening = new Date('2026-03-20T23:30:00Z');
    expect(parseAppointment('2026-03-20', '23:00', lateEvening)).toEqual({
      field: 'date',
      code: 'DATE_PAST',
    });
  });
});

describe('dates and times as people type them', () => {
  it.each(['25/11/2026', '25.11.26', '25-11-2026', '25 11 2026', '2026-11-25'])('reads %s', (text) => {
    expect(parseDate(text)).toEqual({ year: 2026, month: 11, day: 25 });
  });

  it.each([
    ['14h', { hour: 14, minute: 0 }],
    ['14 h 30', { hour: 14, minute: 30 }],
    ['8:05', { hour: 8, minute: 5 }],
    ['8.05', { hour: 8, minute: 5 }],
  ])('reads %s', (text, time) => {
    expect(parseTime(text)).toEqual(time);
  });
});
