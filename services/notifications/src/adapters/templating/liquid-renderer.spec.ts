import { NO_OPTIONS } from '../../domain/facts/facts.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SegmentedMessage } from 'sms-segments-calculator';
import type { Agency } from '../../application/ports/neighbours/agencies.js';
import type { RenderInput } from '../../application/ports/templates/renderer.js';
import { TemplateError } from '../../application/ports/templates/renderer.js';
import { messageFacts } from '../../domain/facts/message-facts.js';
import type { MessageFacts } from '../../domain/facts/message-facts.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import { TEMPLATE_CODES } from '../../domain/template-codes.js';
import { FrenchExamples } from './french-examples.js';
import { TEMPLATES } from './fr/templates.js';
import { LiquidRenderer } from './liquid-renderer.js';

const anAgency = (overrides: Partial<Agency> = {}): Agency => ({
  id: 'agency-1',
  name: 'Cabinet des Tilleuls',
  address: '10 avenue de la République, 75011 Paris',
  phone: '+33144000000',
  mail: 'contact@tilleuls.example',
  hidesMailFromContractors: false,
  smsSender: 'TILLEULS',
  ...overrides,
});

/** As long as the portal makes them. */
const LINK = 'https://extranet.tilleuls.example/i/3q2-7wAbCdEfGhIjKlMnOpQr3q2-7wAbCdEfGhIjKlM';

const examples = new FrenchExamples();

/** The example that calls for the template, told as the service tells it. */
function input(template: TemplateCode, facts: Partial<MessageFacts> = {}): RenderInput {
  const { fact, planned } = examples.of(template);
  const { audience, recipient, mission } = planned;
  return {
    template,
    audience,
    facts: { ...messageFacts(fact, { audience, recipientName: recipient.name, mission }), ...facts },
    agency: anAgency(),
    link: audience === 'contractor' || audience === 'correspondent' ? LINK : undefined,
  };
}

const LONG = 'Très longue désignation, « entière » & <complète> '.repeat(40);
const LONG_DOCUMENT = { id: 'd', name: LONG, mediaType: 'image/jpeg', size: 1, sha256: '' };

/** Everything that people type, as long and as awkward as can be. */
function longest(template: TemplateCode): RenderInput {
  const { facts, ...rest } = input(template);
  const long: MessageFacts = {
    ...facts,
    ticket: {
      ...facts.ticket,
      number: 4_294_967_295,
      subject: LONG,
      description: `${LONG}\n${LONG}`,
      place: { label: LONG, address: LONG },
      options: { ...NO_OPTIONS, urgent: true },
      ownerName: LONG,
    },
    recipientName: LONG,
    requesterName: LONG,
    actorName: LONG,
    correspondentName: LONG,
    previousManager: LONG,
    instructions: LONG,
    contractor: { name: LONG, phone: '+33612345678' },
    contacts:
      facts.contacts && Array.from({ length: 10 }, () => ({ name: LONG, phone: LONG, comment: LONG })),
    comment: LONG,
    documents: Array.from({ length: 20 }, () => LONG_DOCUMENT),
    presence: { answer: 'late', lateMinutes: 600 },
    quote: { amountCents: 4_294_967_295 },
    invoice: { amountCents: 4_294_967_295 },
    approval: { by: LONG, approved: false },
    message: { threadId: 't', subject: LONG, text: `${LONG}\n${LONG}` },
  };
  return { ...rest, facts: long };
}

/** Only what a ticket cannot be without. */
function emptiest(template: TemplateCode): RenderInput {
  const { facts, ...rest } = input(template);
  const empty: MessageFacts = {
    fact: facts.fact,
    ticket: { ...facts.ticket, description: '', place: { label: '', address: '' } },
    manager: { id: '', name: '', mail: '', phone: '' },
    hidesAgencyMail: false,
    recipientName: '',
    requesterName: '',
    actorName: '',
    step: facts.step,
  };
  return { ...rest, facts: empty, agency: anAgency({ address: '', phone: '', mail: '' }) };
}

const WITH_SMS = TEMPLATE_CODES.filter((code) => TEMPLATES[code].sms);

describe('LiquidRenderer', () => {
  const renderer = new LiquidRenderer('https://extranet.tilleuls.example');

  // Loading mjml takes a second.
  beforeAll(() => renderer.mail(input('presence.contractor')));

  describe.each(TEMPLATE_CODES)('%s', (template) => {
    it.each([
      ['the usual', input(template)],
      ['the longest', longest(template)],
      ['the emptiest', emptiest(template)],
    ])('makes a mail of %s data', async (_name, data) => {
      const { subject, html, text } = await renderer.mail(data);
      expect(subject).toMatch(/^(ODS|DS|Ticket) \d+ –/);
      expect(subject).not.toContain('\n');
      for (const written of [subject, html, text])
        expect(written).not.toMatch(/\{[{%]|undefined|null|\[object/);
      expect(html).not.toContain('<complète>');
      expect(text).toContain('Cabinet des Tilleuls');
    });
  });

  describe.each(WITH_SMS)('SMS of %s', (template) => {
    it('is one SMS in GSM-7 with the usual data', () => {
      const sms = new SegmentedMessage(renderer.sms(input(template)));
      expect(sms.encodingName).toBe('GSM-7');
      expect(sms.segmentsCount).toBe(1);
    });

    it('stays short with the longest data, and whole with the emptiest', () => {
      expect(new SegmentedMessage(renderer.sms(longest(template))).segmentsCount).toBeLessThanOrEqual(2);
      expect(renderer.sms(emptiest(template))).toMatch(/^(Relance )?(ODS|DS|Ticket) 1042 - \S/);
    });
  });

  it('writes a first request with its number, text, link and signature', () => {
    expect(renderer.sms(input('work-order.contractor'))).toBe(
      `ODS 1042 - Demande : Fuite sous l'évier, 4 rue des Lilas ${LINK} Cabinet des Tilleuls`,
    );
  });

  it('lets numbers be called and the address be looked at on a map', async () => {
    const { facts, ...rest } = input('work-order.contractor');
    const told = { ...facts.ticket, description: 'Gardien : 01 99 00 12 34, code 1234.' };
    const { html, text } = await renderer.mail({ ...rest, facts: { ...facts, ticket: told } });
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual(
      expect.arrayContaining([
        'tel:+33144000000',
        'tel:0199001234',
        'tel:0600000001',
        'https://www.google.com/maps/search/?api=1&amp;query=4%20rue%20des%20Lilas%2C%2075011%20Paris',
      ]),
    );
    expect(links.filter((href) => href?.includes('1234') && !href.includes('0199001234'))).toEqual([]);
    expect(text).not.toContain('tel:');
  });

  it('says in the first message that the caretaker opens, when it was chosen', async () => {
    const { facts, ...rest } = input('work-order.contractor');
    const options = { ...NO_OPTIONS, caretakerOpens: true };
    const told = await renderer.mail({ ...rest, facts: { ...facts, ticket: { ...facts.ticket, options } } });
    expect(told.text).toContain('Le gardien vous ouvrira.');
    expect((await renderer.mail({ ...rest, facts })).text).not.toContain('gardien vous');
  });

  it('shows URGENT, big and red in the mail, in the first message to the contractor only', async () => {
    const urgent = (template: TemplateCode) => longest(template);
    const first = await renderer.mail(urgent('work-order.contractor'));
    expect(first.subject).toContain('URGENT');
    expect(first.text.startsWith('URGENT')).toBe(true);
    expect(first.html).toMatch(/font-size:44px[^>]*color:#c62828[^>]*>\s*URGENT/);
    expect(renderer.sms(urgent('work-order.contractor'))).toContain(' - URGENT - ');
    const later = await renderer.mail(urgent('presence.contractor'));
    expect(later.subject + later.html + later.text).not.toContain('URGENT');
  });

  it('leads to the tutorial from the first request, and from no other mail', async () => {
    for (const template of ['work-order.contractor', 'quote-request.contractor'] as const) {
      const { html, text } = await renderer.mail(input(template));
      expect(html).toContain('href="https://extranet.tilleuls.example/i/aide"');
      expect(text).toContain('https://extranet.tilleuls.example/i/aide');
    }
    expect((await renderer.mail(input('visit.contractor'))).html).not.toContain('/i/aide');
  });

  it('lists no appointment that does not hold any more', async () => {
    const validated = await renderer.mail(input('appointment-validated.contractor'));
    expect(validated.text).toContain('Rendez-vous : mardi 24 novembre');
    const gone = ['appointment-cancelled.contractor', 'replaced.contractor'] as const;
    for (const template of gone)
      expect((await renderer.mail(input(template))).text).not.toContain('Rendez-vous : ');
  });

  it('tells no client what a contractor wrote to the manager, nor a contractor why a ticket is closed', async () => {
    const comment = 'Client insupportable.';
    for (const template of [
      'presence-answered.notified',
      'presence-answered.contact',
      'completion.notified',
      'ticket-closed.contractor',
    ] as const) {
      const { html } = await renderer.mail(input(template, { comment }));
      expect(html).not.toContain(comment);
    }
  });

  it('hides the agency’s mail from contractors where it is to be hidden, and only there', async () => {
    const hiding = anAgency({ hidesMailFromContractors: true });
    const contractor = await renderer.mail({ ...input('presence.contractor'), agency: hiding });
    const notified = await renderer.mail({ ...input('completion.notified'), agency: hiding });
    expect(contractor.html + contractor.text).not.toContain('contact@tilleuls.example');
    expect(notified.html).toContain('contact@tilleuls.example');
  });

  it('says at a closing which visits do not take place any more', async () => {
    const sentence =
      'Le rendez-vous du mardi 24 novembre 2026 à 14 h 30 avec l’entreprise Plomberie Martin n’a plus lieu.';
    for (const template of ['ticket-closed.contact', 'ticket-closed.notified'] as const) {
      const { text } = await renderer.mail(input(template));
      expect(text.replace(/\s+/g, ' ')).toContain(sentence);
      expect((await renderer.mail(input(template, { visits: [] }))).text).not.toContain('rendez-vous');
    }
    expect(renderer.sms(input('ticket-closed.notified'))).toContain('plus de rendez-vous');
    expect(renderer.sms(input('ticket-closed.notified', { visits: [] }))).not.toContain('rendez-vous');
  });

  it('gives dates, phones and amounts in French', async () => {
    const accepted = await renderer.mail(input('work-order-accepted.notified'));
    expect(accepted.text).toContain('mardi 24 novembre 2026 à 14 h 30');
    const contact = await renderer.mail(input('work-order.contact'));
    expect(contact.text).toContain('06 12 34 56 78');
    const invoice = await renderer.mail(input('invoice.manager'));
    expect(invoice.text.replace(/\s/g, ' ')).toContain('1 234,50 €');
  });

  it('keeps what people typed from becoming HTML', async () => {
    const { html } = await renderer.mail(
      input('work-order-refused.manager', {
        comment: '<script>alert(1)</script>\n<a href="https://evil.example">x</a>',
      }),
    );
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<a href="https://evil.example"');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br');
  });

  it('lets no line break before a French colon or within quotes', async () => {
    const { html } = await renderer.mail(
      input('work-order-refused.manager', { comment: 'Pas là ! Vraiment ?' }),
    );
    expect(html).toContain('«\u00a0Pas là\u00a0! Vraiment\u00a0?\u00a0»');
  });

  it('loads nothing from elsewhere', async () => {
    const { html } = await renderer.mail(input('work-order.contractor'));
    expect(html).not.toMatch(/<img|<link|@import|src=/);
  });

  it('refuses a template and variables that do not fit', () => {
    const unfit = { ...input('presence.contractor'), facts: {} as MessageFacts };
    expect(() => renderer.sms(unfit)).toThrow(TemplateError);
  });

  describe('in the agency’s own words', () => {
    const wording = {
      subject: 'Passage de {{ contractor.name }}',
      body: '<p style="color:#c62828">Le {{ appointment.date }}, <u>{{ contractor.name }}</u>.</p><p>{% if place.label %}</p><p>Lieu : {{ place.label }}</p><p>{% endif %}</p>',
    };

    it('fills in the variables, and keeps the number, the layout and the style', async () => {
      const { subject, html } = await renderer.mail({ ...input('work-order-accepted.notified'), wording });
      expect(subject).toBe('Ticket 1042 – Passage de Plomberie Martin');
      expect(html).toContain(
        '<p style="color:#c62828">Le mardi 24 novembre 2026 à 14 h 30, <u>Plomberie Martin</u>.</p>',
      );
      expect(html).toContain('Cabinet des Tilleuls');
      expect(html).not.toContain('<p></p>');
    });

    it('cleans what a variable brings in, whatever the text does with it', async () => {
      const facts = { contractor: { name: '<img src=x onerror=alert(1)>', phone: '' } };
      const { html } = await renderer.mail({ ...input('work-order-accepted.notified', facts), wording });
      expect(html).not.toContain('<img');
    });

    it('sends an SMS as it was typed, between what we add', () => {
      const sms = renderer.sms({
        ...input('presence.contractor'),
        wording: { subject: '', body: 'Ça va ?' },
      });
      expect(sms).toBe(`ODS 1042, intervention du 24/11 à 14 h 30 - Ça va ? ${LINK} Claire Moreau`);
    });

    it('fails on a variable that is not the step’s, rather than leaving a gap', () => {
      const wrong = { subject: '{{ invoice.amount }}', body: '' };
      expect(() => renderer.subject({ ...input('presence.contractor'), wording: wrong })).toThrow(
        TemplateError,
      );
    });
  });

  it('gives a contractor its own instructions and the owner’s name, and nobody else', async () => {
    const facts = {
      instructions: 'Par la cour.',
      ticket: { ...input('work-order.contractor').facts.ticket, ownerName: 'SCI Glycines' },
    };
    const { text } = await renderer.mail(input('work-order.contractor', facts));
    expect(text).toContain('Par la cour.');
    expect(text).toContain('SCI Glycines');
  });

  it('says which documents were too large to go along', async () => {
    const { text } = await renderer.mail({ ...input('work-order.contractor'), leftOut: ['plan.pdf'] });
    expect(text).toContain('trop volumineux pour être joints, à consulter en ligne : plan.pdf');
  });

  it('counts the documents that are attached, and names those that are not', async () => {
    const small = { ...LONG_DOCUMENT, name: 'plan.pdf', size: 1_000 };
    const large = { ...LONG_DOCUMENT, name: 'photos.pdf', size: 11 * 1024 * 1024 };
    const asked = input('approval.correspondent', { documents: [small, large, small] });
    const { text } = await renderer.mail({ ...asked, leftOut: [large.name] });
    expect(text).toContain('2 documents joints');
    expect(text).toContain('photos.pdf');
  });

  it('tells a third party the present step', async () => {
    const { text } = await renderer.mail(input('step.notified', { step: 'quote-awaiting-approval' }));
    expect(text).toContain('Le devis de Plomberie Martin est soumis à approbation.');
  });
});
