import { FixedClock } from '@intervia/clock';
import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../testing/message.builder.js';
import { isOvertaken } from './overtaken.js';

const at = (iso: string): Date => FixedClock.at(iso).now();
const TUESDAY = at('2026-09-08T08:00:00Z');
const THURSDAY = at('2026-09-10T08:00:00Z');
const FRIDAY = at('2026-09-11T08:00:00Z');

const request = aMessage({
  id: 'request',
  template: 'work-order.contractor',
  queuedAt: TUESDAY,
  missionId: 'm1',
});
const reminder = aMessage({
  id: 'reminder',
  template: 'work-order-reminder.contractor',
  queuedAt: THURSDAY,
  missionId: 'm1',
});

describe('a reminder of what was stuck', () => {
  it('does not leave while the request waits, nor in the minute in which it left', () => {
    expect(isOvertaken(reminder, [{ ...request, status: 'queued' }, reminder])).toBe(true);
    expect(isOvertaken(reminder, [{ ...request, status: 'sending' }, reminder])).toBe(true);
    expect(isOvertaken(reminder, [{ ...request, status: 'sent', sentAt: FRIDAY }, reminder])).toBe(true);
  });

  it('leaves when the request had left before it was due, or never will', () => {
    expect(isOvertaken(reminder, [{ ...request, status: 'sent', sentAt: TUESDAY }, reminder])).toBe(false);
    expect(isOvertaken(reminder, [{ ...request, status: 'failed' }, reminder])).toBe(false);
  });

  it('of which two were stuck goes out once', () => {
    const second = { ...reminder, id: 'second', queuedAt: FRIDAY };
    const sent = { ...request, status: 'sent' as const, sentAt: TUESDAY };
    expect(isOvertaken(reminder, [sent, reminder, second])).toBe(false);
    expect(isOvertaken(second, [sent, reminder, second])).toBe(true);
  });

  it('is not held up by another channel, nor by another contractor', () => {
    const stuck = { ...request, status: 'queued' as const };
    expect(isOvertaken(reminder, [{ ...stuck, channel: 'sms' }])).toBe(false);
    expect(isOvertaken(reminder, [{ ...stuck, missionId: 'm2' }])).toBe(false);
  });

  it('is the only kind of message that gives way', () => {
    const message = { ...reminder, template: 'message.contractor' as const };
    expect(isOvertaken(message, [{ ...request, status: 'queued' }])).toBe(false);
  });
});
