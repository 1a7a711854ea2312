import { describe, expect, it } from '@jest/globals';
import type { Correspondence, Request } from '../../application/ports/ticket-desk.js';
import { aCorrespondence, aThread } from '../../testing/builders.js';
import { check } from '../../testing/check-html.js';
import { LiquidPageRenderer } from './liquid-page-renderer.js';

/** The page of whoever asked. */

const renderer = new LiquidPageRenderer();

function pageOf(request: Partial<Request> = {}, view: Partial<Correspondence> = {}): string {
  const html = renderer.render({
    ...{ kind: 'ticket', token: 'T', nonce: 'n', now: new Date('2026-11-24T09:00:00Z') },
    agency: { name: 'Agence des Tilleuls', address: 'Lyon', phone: '+33478000000', hideMail: false },
    view: aCorrespondence({
      ...{ role: 'REQUESTER', quotes: [], forms: ['message'] },
      ...view,
      request: {
        ...{ state: 'VALIDATED', reason: '', visits: [], repairAsked: false, emergencyNumbers: '' },
        ...request,
      },
    }),
  });
  check(html);
  return html;
}

describe('whoever asked', () => {
  it('reads that the request arrived, may complete it and take it back', () => {
    const html = pageOf({ state: 'PENDING' }, { forms: ['message', 'annulation'] });
    expect(html).toContain('Demande reçue');
    expect(html).toContain('Écrire, ajouter des photos');
    expect(html).toContain('action="/i/T/annulation"');
  });

  it('reads who comes, under which number, and when', () => {
    const appointment = { start: new Date('2026-11-26T13:30:00Z'), durationMinutes: 60 };
    const html = pageOf({
      visits: [{ firm: 'Plomberie Bernard', phone: '+33478000001', appointment, done: false }],
    });
    expect(html).toContain('Demande acceptée');
    expect(html).toContain('Plomberie Bernard');
    expect(html).toContain('href="tel:+33478000001"');
    expect(html).toContain('26 novembre 2026');
  });

  it('calls in an emergency, also a short number', () => {
    const html = pageOf({ emergencyNumbers: 'Plombier de garde : 01 44 55 66 77\nPompiers : 18' });
    expect(html).toContain('href="tel:0144556677"');
    expect(html).toContain('Pompiers : 18');
    expect(pageOf()).not.toContain('Urgence');
  });

  it('is asked whether it is repaired, with two buttons and photos', () => {
    const html = pageOf({ repairAsked: true }, { forms: ['reparation', 'message'] });
    expect(html).toContain('<section id="reparation"><h2>Est-ce réparé ?</h2>');
    expect(html).toContain('name="answer" value="oui"');
    expect(html).toContain('name="answer" value="non"');
    expect(html).toContain('Répondre maintenant');
  });

  it('reads its answer, and may change it, also once all is closed', () => {
    const html = pageOf(
      { repairAsked: true, repaired: false },
      { closed: true, forms: ['reparation'], threads: [aThread()] },
    );
    expect(html).toContain('Vous avez répondu : non');
    expect(html).toContain('<details id="reparation">');
    expect(html).not.toContain('action="/i/T/message"');
  });

  it('takes little more than any page', () => {
    expect(pageOf({ repairAsked: true }, { forms: ['reparation', 'message'] }).length).toBeLessThan(16_000);
  });
});
