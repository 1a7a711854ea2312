import { describe, expect, it } from '@jest/globals';
import type { StatusCode } from '@intervia/french/words';
import { aMission } from '../../testing/builders.js';
import { check } from '../../testing/check-html.js';
import { LiquidPageRenderer } from './liquid-page-renderer.js';

const renderer = new LiquidPageRenderer();
const appointment = { start: new Date('2026-11-25T13:30:00Z'), durationMinutes: 60 };

function pageOf(status: StatusCode, now = new Date('2026-11-24T09:00:00Z')): string {
  const forms = ['acceptation', 'refus', 'presence', 'fin-intervention', 'message'] as const;
  const view = aMission({ status, appointment, forms: [...forms] });
  const html = renderer.render({ kind: 'ticket', token: 'T', nonce: 'n', now, view });
  check(html);
  return html;
}

describe('the page of a visit that is agreed on', () => {
  it('offers to move it, to call it off and to give it back, each with a reason', () => {
    const html = pageOf('WORK_ORDER_ACCEPTED');
    for (const words of ['Déplacer le rendez-vous', 'Annuler ce rendez-vous', 'Refuser finalement'])
      expect(html).toContain(words);
    expect(html).not.toContain('Je serai en retard');
    expect(html).not.toContain('Commentaire (facultatif)</label><textarea id="acceptation-comment"');
  });

  it('puts it into the calendar of the telephone, with the UID of the invitations', () => {
    const file = /href="data:text\/calendar;charset=utf-8,([^"]+)" download="rendez-vous.ics"/.exec(
      pageOf('WORK_ORDER_ACCEPTED'),
    );
    const calendar = decodeURIComponent(file?.[1] ?? '');
    expect(calendar).toContain('UID:mission-mission-1@intervia');
    expect(calendar).toContain('DTSTART:20261125T133000Z');
    expect(calendar).toContain('DTEND:20261125T143000Z');
    expect(pageOf('ABSENT')).not.toContain('text/calendar');
  });

  it('asks whether it is really done before its time, and not after', () => {
    expect(pageOf('WORK_ORDER_ACCEPTED')).toContain('Vraiment terminée ?');
    expect(pageOf('WORK_ORDER_ACCEPTED', new Date('2026-11-25T14:00:00Z'))).not.toContain(
      'Vraiment terminée ?',
    );
  });

  it('takes the four answers once it is asked about', () => {
    expect(pageOf('PRESENCE_ASKED')).toContain('Je serai en retard');
  });
});
