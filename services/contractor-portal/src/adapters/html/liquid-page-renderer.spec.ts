import type { StatusCode } from '@intervia/french/words';
import { describe, expect, it } from '@jest/globals';
import type { FilledForm, Page } from '../../application/ports/page-renderer.js';
import { FORMS_OF } from '../../domain/answer.js';
import type { Mission } from '../../application/ports/ticket-desk.js';
import { aDocument, aMission, aThread } from '../../testing/builders.js';
import { messages, notices, statuses } from './fr.js';
import { faults } from './fr-forms.js';
import { check } from '../../testing/check-html.js';
import { LiquidPageRenderer } from './liquid-page-renderer.js';
import { style } from './style.css.js';

type TicketPage = Extract<Page, { kind: 'ticket' }>;

const renderer = new LiquidPageRenderer();
const HOSTILE = `<script>alert(1)</script>"'&{{ agency }}`;

type Shown = Partial<TicketPage> & { mission?: Mission };

function render({ mission, ...overrides }: Shown = {}): string {
  return renderer.render({
    kind: 'ticket',
    token: 'TOKEN',
    nonce: '3f0c8a52-0000-4000-8000-000000000000',
    now: new Date('2026-11-24T09:00:00Z'),
    agency: {
      name: 'Agence des Tilleuls',
      address: '2 place Bellecour',
      phone: '+33478000000',
      hideMail: false,
    },
    view: mission ?? aMission(),
    ...overrides,
  });
}

function filled(overrides: Partial<FilledForm> = {}): FilledForm {
  return { form: 'acceptation', values: {}, faults: [], kept: {}, nonce: 'n', ...overrides };
}

describe('the page of a mission', () => {
  it('shows what the contractor needs, and the form to answer with', () => {
    const html = render();
    check(html);
    expect(html).toContain('Ordre de service n°\u00A01042');
    expect(html).toContain('<strong class="urgent">URGENT</strong>');
    expect(html).toContain('href="tel:+33612345678"');
    expect(html).toContain('href="tel:+33478000001"');
    expect(html).toContain(
      'href="https://www.google.com/maps/search/?api=1&amp;query=14%20rue%20des%20Tilleuls%0A69003%20Lyon',
    );
    expect(html).toContain('href="mailto:claire.moreau@tilleuls.example"');
    expect(html).toContain('href="/i/TOKEN/documents/doc-1"');
    expect(html).toContain('<form method="post" action="/i/TOKEN/acceptation">');
    expect(html).toContain('min="2026-11-24" max="2027-11-24"');
    expect(html).toContain('<option value="60" selected>');
    expect(html).toContain('name="commandId" value="3f0c8a52-0000-4000-8000-000000000000"');
  });

  it('escapes everything that people typed', () => {
    const document = aDocument({ id: '"><img>', name: HOSTILE });
    const line = { at: new Date(0), mine: false, author: HOSTILE, text: HOSTILE, documents: [document] };
    const hostileThread = aThread({ id: HOSTILE, subject: HOSTILE, messages: [line] });
    const mission = aMission({
      subject: HOSTILE,
      description: HOSTILE,
      name: HOSTILE,
      instructions: HOSTILE,
      ownerName: HOSTILE,
      place: { label: HOSTILE, address: HOSTILE, reference: HOSTILE, digicode: HOSTILE },
      manager: { name: HOSTILE, mail: HOSTILE, phone: HOSTILE },
      contacts: [{ name: HOSTILE, comment: HOSTILE, phones: ['06<script>12'] }],
      attachments: [document],
      sent: [{ kind: 'OTHER', document, superseded: true }],
      signedQuote: document,
      threads: [hostileThread, { ...hostileThread, id: 'other' }],
      forms: ['acceptation', 'message'],
    });
    const values = { date: HOSTILE, time: HOSTILE, duration: HOSTILE, comment: HOSTILE };
    const html = render({ mission, filled: filled({ values, faults: [{ field: HOSTILE, code: HOSTILE }] }) });
    check(html);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;&amp;{{ agency }}');
    expect(html).not.toContain('<img>');
  });

  it.each(FORMS_OF.mission)('renders the form %s, asked or not, filled with faults or not', (form) => {
    const status = 'PRESENCE_ASKED';
    check(render({ mission: aMission({ status, forms: [form] }) }));
    const everyFault = Object.keys(faults).map((code) => ({ field: 'form', code }));
    const kept = { proofs: [{ name: 'a.jpg', size: 1000, sealed: 's.1' }], invoice: [] };
    check(
      render({ mission: aMission({ forms: [form] }), filled: filled({ form, faults: everyFault, kept }) }),
    );
    check(
      renderer.render({
        kind: 'retry',
        token: 'T',
        now: new Date('2026-11-24T09:00:00Z'),
        filled: filled({ form, kept }),
      }),
    );
  });

  it('opens the form that is asked for, and keeps the others behind their title', () => {
    const html = render({
      mission: aMission({ status: 'PRESENCE_ASKED', forms: ['presence', 'fin-intervention'] }),
    });
    expect(html).toContain('<section id="presence">');
    expect(html).toContain('<details id="fin-intervention">');
    expect([...html.matchAll(/name="answer" value="([A-Z]+)"/gu)].map((match) => match[1])).toEqual([
      'CONFIRMED',
      'LATE',
      'POSTPONED',
      'ABSENT',
    ]);
  });

  it('links each fault to its field, and keeps values and files', () => {
    const html = render({
      mission: aMission({ status: 'INVOICE_REQUESTED', forms: ['facture'] }),
      filled: filled({
        form: 'facture',
        values: { amount: '12..5' },
        faults: [{ field: 'amount', code: 'AMOUNT_INVALID' }],
        kept: { invoice: [{ name: 'facture.pdf', size: 82_000, sealed: 'body.signature' }] },
      }),
    });
    check(html);
    expect(html).toMatch(/<title>Erreur : /u);
    expect(html).toContain('<a href="#facture-amount">Ce montant n’est pas valable. Exemple : 1 234,56.</a>');
    expect(html).toMatch(
      /id="facture-amount" name="amount" aria-invalid="true" aria-describedby="facture-amount-err facture-amount-aide"/u,
    );
    expect(html).toContain('value="12..5"');
    expect(html).toContain('name="keptInvoice" value="body.signature" checked');
    expect(html).not.toMatch(/type="file"[^>]*required/u);
  });

  it('is read-only once closed', () => {
    const html = render({ mission: aMission({ closed: true, status: 'CLOSED' }), notice: 'closed' });
    check(html);
    expect(html).not.toContain('<form');
    expect(html).toContain(notices.closed.title);
  });

  it('works without a letterhead, without an appointment, without a telephone', () => {
    const mission = aMission({
      manager: { name: 'Claire', mail: '', phone: '' },
      contacts: [],
      attachments: [],
      forms: [],
    });
    check(
      renderer.render({
        kind: 'ticket',
        token: 'T',
        nonce: 'n',
        now: new Date('2026-11-24T09:00:00Z'),
        view: mission,
      }),
    );
  });

  it('hides the mail when the agency wants so', () => {
    const agency = { name: 'A', address: 'B', phone: '', hideMail: true };
    expect(render({ agency })).not.toContain('mailto:');
  });

  it.each(Object.keys(statuses) as StatusCode[])('has a name for %s', (status) => {
    expect(render({ mission: aMission({ status }) })).toContain(statuses[status]);
  });
});

describe('the other pages', () => {
  it.each(Object.keys(messages) as (keyof typeof messages)[])('say %s', (message) => {
    const html = renderer.render({ kind: 'message', message });
    check(html);
    expect(html).toContain(messages[message].title);
  });
});

it('is light', () => {
  expect(Buffer.byteLength(style)).toBeLessThan(6_000);
  expect(Buffer.byteLength(render())).toBeLessThan(14_000);
});
