import { convert } from 'html-to-text';
import { Liquid } from 'liquidjs';
import type { Template as ParsedTemplate } from 'liquidjs';
import sanitizeHtml from 'sanitize-html';
import type { RenderInput, RenderedMail } from '../../application/ports/renderer.js';
import { Renderer, TemplateError } from '../../application/ports/renderer.js';
import { toGsm7 } from '../../domain/gsm7.js';
import type { MessageFacts } from '../../domain/message-facts.js';
import type { Audience, TemplateCode } from '../../domain/template-codes.js';
import { TEMPLATES } from './fr/templates.js';
import { FOOTERS, LABELS, OPEN_TICKET, URGENT } from './fr/words.js';
import { longDate, phone } from './french-format.js';
import { compileLayout } from './mail-layout.js';
import { agencyVariables, variables } from './variables.js';

/** An unknown variable or filter is an error, never an empty place in somebody's mail; '' counts as false in `if`. */
const STRICT = { strictVariables: true, strictFilters: true, ownPropertyOnly: true, jsTruthy: true } as const;
const PREVIEW_LENGTH = 120;
const TEXT_WIDTH = 78;

/** What a body may hold; templates will be edited by agencies. */
const ALLOWED_HTML: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'b', 'em', 'i', 'u', 'ul', 'ol', 'li', 'a', 'span'],
  allowedAttributes: { a: ['href'], span: ['style'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export class LiquidRenderer extends Renderer {
  private readonly html = new Liquid({ ...STRICT, outputEscape: 'escape' });
  private readonly text = new Liquid(STRICT);
  private readonly parsed = new Map<string, ParsedTemplate[]>();
  private layout?: Promise<string>;

  /** `publicUrl`: where managers open their tickets. */
  constructor(private readonly publicUrl: string) {
    super();
    // Typed text keeps its lines. Raw: the result is HTML, its parts were escaped.
    this.html.registerFilter('lines', {
      handler: (value: string) => escape(value).replace(/\r?\n/g, '<br>'),
      raw: true,
    });
  }

  subject(template: TemplateCode, audience: Audience, facts: MessageFacts): string {
    return this.guarded(template, () => {
      const { uses, mail, showsUrgent } = TEMPLATES[template];
      const urgent = showsUrgent && facts.ticket.urgent ? `${URGENT} – ` : '';
      const scope = variables(uses, audience, facts);
      return singleLine(this.fill(this.text, `{{ ticket.reference }} – ${urgent}${mail.subject}`, scope));
    });
  }

  async mail(input: RenderInput): Promise<RenderedMail> {
    const { template, audience, facts } = input;
    // One compilation for all; after a failure the next mail tries again.
    this.layout ??= compileLayout();
    const layout = await this.layout.catch((error: unknown) => {
      this.layout = undefined;
      throw error;
    });
    const subject = this.subject(template, audience, facts);
    return this.guarded(template, () => {
      const { uses, mail, showsUrgent } = TEMPLATES[template];
      const scope = variables(uses, audience, facts);
      const content = sanitizeHtml(this.fill(this.html, mail.body, scope), ALLOWED_HTML);
      const body = convert(content, { wordwrap: TEXT_WIDTH });
      const frame = {
        subject,
        ticket: scope.ticket,
        agency: agencyVariables(input),
        preview: singleLine(body).slice(0, PREVIEW_LENGTH),
        urgent: showsUrgent && facts.ticket.urgent ? URGENT : '',
        content,
        lines: linesOf(input),
        footer: FOOTERS[audience],
        ...this.linkOf(input),
      };
      return { subject, html: this.fill(this.html, layout, frame), text: asText(body, frame) };
    });
  }

  sms(input: RenderInput): string {
    const { template, audience, facts, link = '' } = input;
    return this.guarded(template, () => {
      const { uses, sms, showsUrgent } = TEMPLATES[template];
      if (!sms) throw new Error('this template has no SMS');
      const { subject = '{{ ticket.reference }}', body } = sms;
      const urgent = showsUrgent && facts.ticket.urgent ? `${URGENT} - ` : '';
      const scope = variables(uses, audience, facts);
      const text = this.fill(this.text, `${subject} - ${urgent}${body}`, scope);
      return toGsm7([singleLine(text), link, signatureOf(input)].filter(Boolean).join(' '));
    });
  }

  private linkOf({ template, audience, facts, link = '' }: RenderInput): { link: string; button: string } {
    if (audience !== 'manager') return { link, button: TEMPLATES[template].mail.button ?? '' };
    return {
      link: `${this.publicUrl}/tickets/${facts.ticket.module}/${facts.ticket.id}`,
      button: OPEN_TICKET,
    };
  }

  private fill(engine: Liquid, source: string, scope: object): string {
    let parsed = this.parsed.get(source);
    if (!parsed) {
      parsed = engine.parse(source);
      this.parsed.set(source, parsed);
    }
    return String(engine.renderSync(parsed, scope));
  }

  private guarded<T>(template: TemplateCode, render: () => T): T {
    try {
      return render();
    } catch (cause) {
      throw new TemplateError(template, { cause });
    }
  }
}

const singleLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Contractors know their manager; others know the agency. Its alerts to itself need no signature. */
const signatureOf = ({ audience, facts, agency }: RenderInput): string =>
  ({ contractor: facts.manager.name, contact: agency.name, notified: agency.name, manager: '' })[audience];

/** The facts below a text; what is not known is left out. */
function linesOf({ audience, facts }: RenderInput): { label: string; value: string }[] {
  const { ticket, manager, appointment } = facts;
  const caller = [manager.name, phone(manager.phone)].filter(Boolean).join(', ');
  return [
    { label: LABELS.place, value: ticket.place.label },
    { label: LABELS.address, value: ticket.place.address },
    { label: LABELS.appointment, value: appointment ? longDate(appointment.start) : '' },
    { label: LABELS.manager, value: audience === 'manager' ? '' : caller },
  ].filter(({ value }) => value !== '');
}

interface Frame {
  readonly urgent: string;
  readonly link: string;
  readonly button: string;
  readonly lines: readonly { label: string; value: string }[];
  readonly footer: string;
  readonly agency: { readonly name: string };
}

/** The text alternative: the same in the same order. */
function asText(body: string, { urgent, link, button, lines, footer, agency }: Frame): string {
  const facts = lines.map(({ label, value }) => `${label} : ${value}`).join('\n');
  const action = link && `${button} : ${link}`;
  return [urgent, body, action, facts, `${agency.name}\n${footer}`].filter(Boolean).join('\n\n');
}
