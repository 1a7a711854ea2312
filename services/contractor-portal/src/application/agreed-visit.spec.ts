import { FixedClock } from '@intervia/clock';
import { describe, expect, it } from '@jest/globals';
import { aMission } from '../testing/builders.js';
import { checkAgreed } from './agreed-visit.js';
import { FormReader } from './forms/form-reader.js';
import type { FormName } from '../domain/answer.js';
import type { Mission } from './ports/ticket-desk.js';

const NOW = FixedClock.at('2026-11-24T08:00:00Z').now();
const appointment = { start: FixedClock.at('2026-11-25T13:30:00Z').now(), durationMinutes: 60 };

function faults(form: FormName, status: Mission['status'], values: Record<string, string> = {}, now = NOW) {
  const fields = new Map(Object.entries(values).map(([name, value]) => [name, [value]]));
  const reader = new FormReader({ fields, documents: new Map(), problems: [] });
  checkAgreed(form, aMission({ status, appointment }), reader, now);
  return reader.faults.map(({ field, code }) => `${field} ${code}`);
}

describe('a visit that is agreed on', () => {
  it('is moved or called off with a reason', () => {
    expect(faults('acceptation', 'WORK_ORDER_ACCEPTED')).toEqual(['comment WHY_REQUIRED']);
    expect(faults('presence', 'APPOINTMENT_VALIDATED')).toEqual(['comment WHY_REQUIRED']);
    expect(faults('rendez-vous', 'PRESENCE_ASKED', { comment: ' ' })).toEqual(['comment WHY_REQUIRED']);
    expect(faults('acceptation', 'WORK_ORDER_ACCEPTED', { comment: 'Grève.' })).toEqual([]);
  });

  it('is accepted, and answered once it is asked about, without one', () => {
    expect(faults('acceptation', 'WORK_ORDER_SENT')).toEqual([]);
    expect(faults('acceptation', 'ABSENT')).toEqual([]);
    expect(faults('presence', 'PRESENCE_ASKED')).toEqual([]);
  });

  it('is declared done before its time only by who says so twice', () => {
    expect(faults('fin-intervention', 'WORK_ORDER_ACCEPTED')).toEqual(['finished REALLY_FINISHED']);
    expect(faults('fin-intervention', 'WORK_ORDER_ACCEPTED', { finished: 'oui' })).toEqual([]);
    const during = new Date(appointment.start.getTime() + 60_000);
    expect(faults('fin-intervention', 'WORK_ORDER_ACCEPTED', {}, during)).toEqual([]);
  });
});
