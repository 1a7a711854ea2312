import { NO_OPTIONS } from '../../application/ports/ticket-desk.js';
import type { StatusCode } from '@intervia/french/words';
import { describe, expect, it } from '@jest/globals';
import type { FilledForm, Page } from '../../application/ports/page-renderer.js';
import type { Correspondence, Mission } from '../../application/ports/ticket-desk.js';
import { FORMS_OF } from '../../domain/answer.js';
import { aCorrespondence, aDocument, aMission, aQuote, aThread } from '../../testing/builders.js';
import { check } from '../../testing/check-html.js';
import { endings } from './fr.js';
import { LiquidPageRenderer } from './liquid-page-renderer.js';

/** The pages of each step, as the manual tells them. */

const renderer = new LiquidPageRenderer();

function pageOf(
  view: Mission | Correspondence,
  more: Partial<Extract<Page, { kind: 'ticket' }>> = {},
): string {
  const agency = { name: 'Agence des Tilleuls', address: 'Lyon', phone: '+33478000000', hideMail: false };
  const now = new Date('2026-11-24T09:00:00Z');
  const html = renderer.render({ kind: 'ticket', token: 'T', nonce: 'n', now, agency, view, ...more });
  check(html);
  return html;
}

const quote = (status: StatusCode, overrides: Partial<Mission> = {}) =>
  aMission({ quote: true, status, forms: ['message'], ...overrides });
const filled = (overrides: Partial<FilledForm>): FilledForm => ({
  form: 'devis',
  values: {},
  faults: [],
  kept: {},
  nonce: 'n',
  ...overrides,
});

describe('the code of the door (manual, "Digicode")', () => {
  const place = { ...aMission().place, digicode: '47B12' };

  it('is read below the description by a contractor who has to get in', () => {
    expect(pageOf(aMission({ place, description: 'L’eau coule.' }))).toContain(
      'L’eau coule.\n\nDigicode : 47B12',
    );
  });

  it('is nowhere once it is not told any more', () => {
    expect(pageOf(aMission({ place: { ...place, digicode: '' } }))).not.toContain('Digicode');
  });
});

describe('a quote request', () => {
  const requested = quote('QUOTE_REQUESTED', { forms: ['devis-promis', 'devis', 'devis-refus', 'message'] });

  it('asks whether there will be one, and lets it be sent or declined at once', () => {
    const html = pageOf(requested);
    expect(html).toContain('Demande de devis n°\u00A01042');
    expect(html).toContain('<section id="devis-promis">');
    expect(html).toContain('<details id="devis">');
    expect(html).toContain('<details id="devis-refus">');
  });

  it('asks for the quote once it is promised: several files, and the amount with tax', () => {
    const html = pageOf(quote('QUOTE_PROMISED', { forms: ['devis', 'devis-refus'] }));
    expect(html).toContain('<section id="devis">');
    expect(html).toMatch(/type="file" id="devis-quotes" name="quotes"[^>]*multiple required/u);
    expect(html).toContain('Montant TTC');
  });

  it('keeps files already sent ticked when the amount is wrong', () => {
    const kept = { quotes: ['a.pdf', 'b.pdf'].map((name) => ({ name, size: 1000, sealed: `s.${name}` })) };
    const faults = [{ field: 'amount', code: 'AMOUNT_REQUIRED' }];
    const html = pageOf(quote('QUOTE_PROMISED', { forms: ['devis'] }), { filled: filled({ kept, faults }) });
    expect(html.match(/name="keptQuotes" value="s\.[ab]\.pdf" checked/gu)).toHaveLength(2);
    expect(html).not.toMatch(/id="devis-quotes"[^>]*required/u);
    expect(html).toContain('<a href="#devis-amount">Indiquez le montant TTC.</a>');
  });

  it('tells nothing of what owner or council think of the quote', () => {
    const pages = (['QUOTE_AWAITING_APPROVAL', 'QUOTE_APPROVED', 'QUOTE_REJECTED'] as const).map((status) =>
      pageOf(quote(status)),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('à l’étude');
  });

  it('may be replaced until the agency decides', () => {
    expect(pageOf(quote('QUOTE_RECEIVED', { forms: ['devis'] }))).toContain('Remplacer votre devis');
  });

  it('shows the instructions for this contractor, and the owner when told', () => {
    const html = pageOf({ ...requested, instructions: 'Chiffrer le siphon.', ownerName: 'M. Durand' });
    expect(html).toContain('Chiffrer le siphon.');
    expect(html).toContain('M. Durand');
  });

  it('asks for the read receipt first when the agency wants one, whatever the step', () => {
    const html = pageOf(quote('QUOTE_REQUESTED', { forms: ['devis-promis', 'accuse'] }));
    expect(html).toContain('action="/i/T/accuse"');
    expect(html.indexOf('id="accuse"')).toBeLessThan(html.indexOf('id="devis-promis"'));
  });
});

describe('an accepted quote', () => {
  const accepted = quote('QUOTE_ACCEPTED', {
    forms: ['rendez-vous', 'message'],
    signedQuote: aDocument({ id: 'signed', name: 'devis-signe.pdf' }),
    sent: [
      { kind: 'QUOTE', document: aDocument({ id: 'q', name: 'devis.pdf' }), superseded: false },
      { kind: 'QUOTE', document: aDocument({ id: 'p', name: 'premier.pdf' }), superseded: true },
    ],
    amountCents: 123_456,
  });

  it('gives the signed copy, the contact person and the form for the appointment', () => {
    const html = pageOf(accepted);
    expect(html).toContain('href="/i/T/documents/signed"');
    expect(html).toContain('<section id="rendez-vous">');
    expect(html).toContain('href="#acces"');
    expect(html).toContain('href="tel:+33612345678"');
    expect(html).toContain('1\u00A0234,56\u00A0€');
  });

  it('marks what a later quote replaced', () => {
    const [last = '', first = ''] = ['devis.pdf', 'premier.pdf'].map(
      (name) => new RegExp(`<b>${name}</b>.*?</li>`).exec(pageOf(accepted))?.[0],
    );
    expect(first).toContain('remplacé par un envoi plus récent');
    expect(last).not.toContain('remplacé');
  });

  it('does without a contact person', () => {
    expect(pageOf({ ...accepted, contacts: [] })).not.toContain('#acces');
  });

  it('says that a proposed appointment is not yet sure', () => {
    const appointment = { start: new Date('2026-11-25T13:30:00Z'), durationMinutes: 90 };
    const html = pageOf({ ...accepted, status: 'APPOINTMENT_PROPOSED', awaited: [], appointment });
    expect(html).toContain('Rendez-vous proposé, à confirmer');
    expect(html).toContain('Proposer une autre date');
  });

  it.each([
    ['ABSENT', 'rendez-vous'],
    ['POSTPONEMENT_ASKED', 'rendez-vous'],
    ['ABSENT', 'acceptation'],
    ['POSTPONEMENT_ASKED', 'acceptation'],
  ] as const)('asks for a new appointment after %s, by the form %s', (status, form) => {
    const html = pageOf({ ...accepted, status, awaited: [form], forms: [form] });
    expect(html).toContain(`<section id="${form}"><h2>Proposer un nouveau rendez-vous</h2>`);
  });
});

it('says who opens the door, when the agency does', () => {
  const opened = aMission({ options: { ...NO_OPTIONS, caretakerOpens: true } });
  expect(pageOf(opened)).toContain('Le gardien vous ouvrira.');
  expect(pageOf(aMission())).not.toContain('gardien vous');
});

describe('an ended page', () => {
  it.each(Object.keys(endings) as StatusCode[])(
    'says plainly what %s means, and that nothing is to be done',
    (status) => {
      const html = pageOf(aMission({ status, forms: [], options: { ...NO_OPTIONS, urgent: true } }));
      expect(html).toContain(endings[status]?.title);
      expect(html).not.toContain('<form');
      expect(html).not.toContain('URGENT');
      expect(html).not.toContain('tel:+33612345678');
    },
  );

  it('says it once after an answer that came too late', () => {
    const html = pageOf(aMission({ status: 'CLOSED', closed: true, forms: [] }), { notice: 'closed' });
    expect(html.split('Ce dossier est clos.')).toHaveLength(2);
  });
});

describe('messages', () => {
  it('begin with “Contacter le gestionnaire”', () => {
    const html = pageOf(aMission({ forms: ['message'] }));
    expect(html).toContain('<summary>Contacter le gestionnaire</summary>');
    expect(html).toContain('name="threadId" value=""');
    expect(html).toContain('enctype="multipart/form-data"');
  });

  it('show the newest last, with documents, and answer in the thread', () => {
    const html = pageOf(aMission({ forms: ['message'], threads: [aThread()] }));
    expect(html.indexOf('ouverte ?')).toBeLessThan(html.indexOf('le gardien vous attend'));
    expect(html).toContain('href="/i/T/documents/plan"');
    expect(html).toContain('Lire le message de l’agence');
    expect(html).toContain('<summary>Répondre</summary>');
    expect(html).toContain('name="threadId" value="thread-1"');
  });

  it('let people choose the thread where there are several, the newest by default', () => {
    const threads = [aThread({ id: 'new', subject: 'Clés' }), aThread({ id: 'old', subject: 'Cave' })];
    const html = pageOf(aMission({ forms: ['message'], threads }));
    expect(html).toContain('<option value="new" selected>Clés</option><option value="old">Cave</option>');
  });

  it('fold what is old, and stay readable once closed', () => {
    const [first, last] = aThread().messages;
    const messages = [first, last, first, last, first].flatMap((message) => message ?? []);
    const html = pageOf(aMission({ closed: true, forms: [], threads: [aThread({ messages })] }));
    expect(html).toContain('<summary>2 messages plus anciens</summary>');
    expect(html).not.toContain('<form');
  });

  it('come back as typed when something is wrong', () => {
    const html = pageOf(aMission({ forms: ['message'] }), {
      filled: filled({ form: 'message', faults: [{ field: 'text', code: 'MESSAGE_REQUIRED' }] }),
    });
    expect(html).toContain('<a href="#message-text">Écrivez votre message.</a>');
    expect(html).toContain('<section id="message">');
  });
});

describe('the page of a correspondent', () => {
  const two = aCorrespondence({
    role: 'COUNCIL_PRESIDENT',
    quotes: [aQuote(), aQuote({ missionId: 'mission-2', contractorName: 'Aqua', amountCents: 98_000 })],
  });

  it('shows each quote with its contractor, amount and documents, and asks for a decision', () => {
    const html = pageOf(two);
    expect(html).toContain('M. Paul Durand (présidence du conseil syndical)');
    expect(html).toContain('Devis de Plomberie Bernard');
    expect(html).toContain('Approuver ce devis de 980,00\u00A0€');
    expect(html).toContain('href="/i/T/documents/devis"');
    expect([...html.matchAll(/name="missionId" value="([^"]+)"/gu)].map((match) => match[1])).toEqual([
      'mission-1',
      'mission-2',
    ]);
  });

  it('puts quotes beside each other where there are several, and one beside the file', () => {
    const [, compared = ''] = pageOf(two).split('<div class="compare">');
    expect(compared.split('<div class="cols">')[0]?.match(/<h2 id="devis-\d">/gu)).toHaveLength(2);
    expect(pageOf(aCorrespondence())).not.toContain('<div class="compare">');
  });

  it('sums a decision up, with what it means for the others', () => {
    const html = new LiquidPageRenderer().render({
      kind: 'confirm',
      token: 'T',
      subject: two.subject,
      quote: aQuote(),
      rivals: ['Aqua'],
      approved: true,
      filled: filled({ form: 'approbation', values: { answer: 'APPROVED', comment: '' } }),
    });
    check(html);
    expect(html).toContain('Vous approuvez le devis de Plomberie Bernard');
    expect(html).toContain('1\u00A0234,56\u00A0€ TTC');
    expect(html).toContain('celui de Aqua ne pourra plus l’être');
    expect(html).not.toContain('Votre commentaire');
  });

  it('leads from a fault to the quote it is about', () => {
    const html = pageOf(two, {
      filled: filled({
        form: 'approbation',
        values: { missionId: 'mission-2', comment: 'Pourquoi ?' },
        faults: [{ field: 'answer', code: 'DECISION_REQUIRED' }],
      }),
    });
    expect(html).toContain('<a href="#devis-2-reponse-answer">');
    expect(html.match(/Pourquoi \?/gu)).toHaveLength(1);
  });

  it('leads to the page when the quote is gone', () => {
    const values = { missionId: 'gone' };
    const faults = [{ field: 'form', code: 'QUOTE_UNKNOWN' }];
    expect(pageOf(two, { filled: filled({ form: 'approbation', values, faults }) })).toContain(
      'href="#contenu"',
    );
  });

  it('tells what was decided, and asks no more', () => {
    const answer = { at: new Date('2026-11-23T15:00:00Z'), approved: false, comment: 'Trop cher.' };
    const html = pageOf(aCorrespondence({ quotes: [aQuote({ open: false, answer })], forms: ['message'] }));
    expect(html).toContain('Vous avez refusé ce devis');
    expect(html).toContain('23 novembre 2026, 16\u00A0h\u00A000');
    expect(html).toContain('Trop cher.');
    expect(html).not.toContain('/approbation');
  });

  it('is an exchange of messages for a tenant', () => {
    const html = pageOf(
      aCorrespondence({ role: 'TENANT', quotes: [], threads: [aThread()], forms: ['message'] }),
    );
    expect(html).toContain('Échange avec votre agence');
    expect(html).toContain('action="/i/T/message"');
  });

  it('is read-only once closed', () => {
    expect(pageOf({ ...two, closed: true, forms: [] })).not.toContain('<form');
  });

  it.each(FORMS_OF.correspondent)('gives the form %s back while the tickets service is away', (form) => {
    const reason = 'Réglé';
    const values = { missionId: 'mission-2', threadId: 'thread-1', text: 'Bonjour', comment: 'Oui', reason };
    const html = renderer.render({
      kind: 'retry',
      token: 'T',
      now: new Date('2026-11-24T09:00:00Z'),
      filled: filled({ form, values }),
    });
    check(html);
    const typed = { approbation: 'value="mission-2"', message: 'value="thread-1"' };
    const others = { reparation: 'Oui</textarea>', annulation: 'Réglé</textarea>' };
    expect(html).toContain({ ...typed, ...others }[form]);
  });
});

describe('the help page', () => {
  it('tells how to answer, holds nothing personal, and is linked from every page of a link', () => {
    const html = renderer.render({ kind: 'help' });
    check(html);
    expect(html).not.toContain('<form');
    expect(html).not.toContain('personnel : ne le transmettez pas');
    expect(pageOf(aMission())).toContain('href="/i/aide"');
    expect(pageOf(aCorrespondence())).toContain('href="/i/aide"');
  });
});

it('is light, with the whole of an ordinary step', () => {
  const full = quote('QUOTE_REQUESTED', {
    forms: ['accuse', 'devis-promis', 'devis', 'devis-refus', 'message'],
    threads: [aThread()],
  });
  expect(Buffer.byteLength(pageOf(full))).toBeLessThan(16_000);
  expect(Buffer.byteLength(pageOf(aCorrespondence()))).toBeLessThan(11_000);
});
