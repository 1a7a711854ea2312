import { convert } from 'html-to-text';
import type { RenderInput, RenderedMail, SubjectInput } from '../../application/ports/templates/renderer.js';
import { Renderer, TemplateError } from '../../application/ports/templates/renderer.js';
import { toGsm7 } from '../../domain/gsm7.js';
import { isTakenBack } from '../../domain/planning/invitation.js';
import { optionsOf } from '../../domain/facts/message-facts.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import { TEMPLATES } from './fr/templates.js';
import { mapLink } from '@intervia/french';
import { troubleAndPlace } from './first-sms.js';
import { FOOTERS, LABELS, OPEN_TICKET, TEST, TUTORIAL, URGENT } from './fr/words.js';
import { longDate, phone } from './french-format.js';
import { letterhead, MailLayout } from './mail-layout.js';
import type { MailFrame, MailLine } from './mail-layout.js';
import { keptTogether, sanitise, withoutEmptyParagraphs } from './rich-text.js';
import { Sandbox } from './sandbox.js';
import { dialOf, withCalls } from './touchable.js';
import { agencyOf, variables } from './variables.js';

const PREVIEW_LENGTH = 120;
const TEXT_WIDTH = 78;

export class LiquidRenderer extends Renderer {
  private readonly sandbox = new Sandbox();
  private readonly layout = new MailLayout();

  /** `publicUrl`: where managers open their tickets. */
  constructor(private readonly publicUrl: string) {
    super();
  }

  subject({ template, audience, facts, wording, test }: SubjectInput): string {
    return this.guarded(template, () => {
      const { uses, mail } = TEMPLATES[template];
      const urgent = isUrgent({ template, facts }) ? `${URGENT} – ` : '';
      const scope = variables(uses, audience, facts);
      const words = wording?.subject ?? mail.subject;
      const start = `${test ? `${TEST} – ` : ''}{{ ticket.reference }} – ${urgent}`;
      return singleLine(this.sandbox.fill('text', `${start}${words}`, scope));
    });
  }

  async mail(input: RenderInput): Promise<RenderedMail> {
    const { template, audience, facts, wording } = input;
    await this.layout.ready();
    const subject = this.subject(input);
    return this.guarded(template, () => {
      const { uses, mail } = TEMPLATES[template];
      const scope = variables(uses, audience, facts);
      const filled = this.sandbox.fill('html', wording?.body ?? mail.body, scope);
      const content = withoutEmptyParagraphs(sanitise(filled));
      const body = convert(content, { wordwrap: TEXT_WIDTH });
      const frame: MailFrame = {
        subject,
        ticket: scope.ticket ?? false,
        agency: letterhead(agencyOf(input)),
        preview: singleLine(body).slice(0, PREVIEW_LENGTH),
        urgent: isUrgent(input) ? URGENT : '',
        content: withCalls(keptTogether(content)),
        lines: linesOf(input),
        footer: FOOTERS[audience],
        ...this.linkOf(input),
        tutorial: this.tutorialOf(template),
      };
      return { subject, html: this.layout.fill(frame), text: asText(body, frame) };
    });
  }

  sms(input: RenderInput): string {
    const { template, audience, facts, wording, link = '' } = input;
    return this.guarded(template, () => {
      const { uses, sms } = TEMPLATES[template];
      if (!sms) throw new Error('this template has no SMS');
      const scope = variables(uses, audience, facts);
      const ours = (source: string) => toGsm7(singleLine(this.sandbox.fill('text', source, scope)));
      const urgent = isUrgent(input) ? `${URGENT} - ` : '';
      // What the agency wrote leaves as it is, also where it makes the SMS dearer: its editor said so.
      const body = wording ? singleLine(wording.body) : toGsm7(sms.body);
      const start = `${ours(sms.subject ?? '{{ ticket.reference }}')} - ${urgent}${body}`;
      const end = [link, toGsm7(signatureOf(input))].filter(Boolean).join(' ');
      const detail = isFirstRequest(template)
        ? troubleAndPlace(...troubleOf(facts), `${start} ${end}`)
        : ours(sms.detail ?? '');
      return [start, detail, end].filter(Boolean).join(' ');
    });
  }

  private linkOf({ template, audience, facts, link = '' }: RenderInput): { link: string; button: string } {
    if (audience !== 'manager') return { link, button: TEMPLATES[template].mail.button ?? '' };
    return {
      link: `${this.publicUrl}/tickets/${facts.ticket.module}/${facts.ticket.id}`,
      button: OPEN_TICKET,
    };
  }

  private tutorialOf(template: TemplateCode): MailFrame['tutorial'] {
    return isFirstRequest(template) ? { link: `${this.publicUrl}/i/aide`, label: TUTORIAL } : false;
  }

  private guarded<T>(template: TemplateCode, render: () => T): T {
    try {
      return render();
    } catch (cause) {
      throw new TemplateError(template, { cause });
    }
  }
}

const isFirstRequest = (template: TemplateCode): boolean => TEMPLATES[template].firstRequest === true;

const troubleOf = ({
  ticket: { subject, place },
}: RenderInput['facts']): [trouble: string, place: string] => [subject, place.address || place.label];

const isUrgent = ({ template, facts }: Pick<SubjectInput, 'template' | 'facts'>): boolean =>
  isFirstRequest(template) && optionsOf(facts).urgent;

const singleLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Contractors and correspondents know their manager; others, and who is asked for the first time, know the agency. Its
 * alerts to itself need no signature.
 */
const signatureOf = ({ template, audience, facts, agency }: RenderInput): string =>
  ({
    contractor: isFirstRequest(template) ? agency.name : facts.manager.name,
    correspondent: facts.manager.name,
    contact: agency.name,
    notified: agency.name,
    requester: agency.name,
    manager: '',
  })[audience];

/** The facts below a text; what is not known is left out. */
function linesOf({ audience, facts, leftOut = [] }: RenderInput): MailLine[] {
  const { ticket, manager } = facts;
  // The text speaks of the one that does not hold.
  const appointment = isTakenBack(facts) ? undefined : facts.appointment;
  const caller = [manager.name, phone(manager.phone)].filter(Boolean).join(', ');
  return [
    { label: LABELS.place, value: ticket.place.label, link: '' },
    { label: LABELS.address, value: ticket.place.address, link: mapLink(ticket.place.address) },
    { label: LABELS.appointment, value: appointment ? longDate(appointment.start) : '', link: '' },
    { label: LABELS.manager, value: audience === 'manager' ? '' : caller, link: callLink(manager.phone) },
    { label: LABELS.leftOut, value: leftOut.join(', '), link: '' },
  ].filter(({ value }) => value !== '');
}

const callLink = (number: string): string => {
  const dial = dialOf(number);
  return dial && `tel:${dial}`;
};

/** The text alternative: the same in the same order. */
function asText(body: string, frame: MailFrame): string {
  const { urgent, link, button, lines, footer, agency, tutorial } = frame;
  const facts = lines.map(({ label, value }) => `${label} : ${value}`).join('\n');
  const action = link && `${button} : ${link}`;
  const help = tutorial ? `${tutorial.label} : ${tutorial.link}` : '';
  return [urgent, body, action, help, facts, `${agency.name}\n${footer}`].filter(Boolean).join('\n\n');
}
