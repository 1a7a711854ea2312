import { Injectable } from '@nestjs/common';
import { toGsm7 } from '../../domain/gsm7.js';
import { messageFacts } from '../../domain/facts/message-facts.js';
import type { Channel } from '../../domain/reach.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import { audienceOf } from '../../domain/template-codes.js';
import { Examples } from '../../application/ports/templates/examples.js';
import { TemplateTexts } from '../../application/ports/templates/template-texts.js';
import type { TemplateVariable, TextFault } from '../../application/ports/templates/template-texts.js';
import type { Wording } from '../../application/ports/templates/wordings.js';
import { TEMPLATES } from './fr/templates.js';
import { SEVERAL_LINES, VARIABLE_LABELS } from './fr/variable-labels.js';
import type { VariableName } from './fr/variable-labels.js';
import { sanitiseSource } from './rich-text.js';
import type { Kind } from './sandbox.js';
import { Sandbox } from './sandbox.js';
import { variables } from './variables.js';

const LIMITS = { subject: 200, mail: 20_000, sms: 480 } as const;

const isLabelled = (name: string): name is VariableName => name in VARIABLE_LABELS;

/** {ticket: {number: "1"}, comment: "x"} → ticket.number, comment */
function flatten(scope: object): Map<string, unknown> {
  const pairs = Object.entries(scope).flatMap(([group, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, inner]: [string, unknown]): [string, unknown] => [
          `${group}.${key}`,
          inner,
        ])
      : [[group, value] as [string, unknown]],
  );
  return new Map(pairs);
}

@Injectable()
export class FrenchTemplateTexts extends TemplateTexts {
  private readonly sandbox = new Sandbox();

  constructor(private readonly examples: Examples) {
    super();
  }

  title(template: TemplateCode): string {
    return TEMPLATES[template].name;
  }

  shipped(template: TemplateCode, channel: Channel): Wording | undefined {
    const { mail, sms } = TEMPLATES[template];
    if (channel === 'mail') return { subject: mail.subject, body: mail.body };
    // As it leaves: an editor that is opened and saved changes nothing.
    return sms && { subject: '', body: toGsm7(sms.body) };
  }

  variables(template: TemplateCode, channel: Channel): readonly TemplateVariable[] {
    if (channel === 'sms') return [];
    return [...this.example(template)].flatMap(([name, value]) => {
      if (!isLabelled(name)) return [];
      const insert = SEVERAL_LINES.has(name) ? `{{ ${name} | lines }}` : `{{ ${name} }}`;
      return [{ name, label: VARIABLE_LABELS[name], example: String(value), insert }];
    });
  }

  clean(channel: Channel, { subject, body }: Wording): Wording {
    if (channel === 'sms') return { subject: '', body: body.trim() };
    return { subject: subject.replace(/\s+/g, ' ').trim(), body: sanitiseSource(body).trim() };
  }

  faults(template: TemplateCode, channel: Channel, { subject, body }: Wording): readonly TextFault[] {
    if (channel === 'sms') return smsFaults(body);
    return [
      ...this.textFaults(template, 'subject', 'text', subject, LIMITS.subject),
      ...this.textFaults(template, 'body', 'html', body, LIMITS.mail),
    ];
  }

  private textFaults(
    template: TemplateCode,
    field: TextFault['field'],
    kind: Kind,
    text: string,
    limit: number,
  ): readonly TextFault[] {
    if (text === '') return [{ field, code: 'REQUIRED' }];
    if (text.length > limit) return [{ field, code: 'TOO_LONG' }];
    const known = this.example(template);
    try {
      const unknown = this.sandbox.variablesOf(kind, text).filter((name) => !known.has(name));
      if (unknown.length > 0) return [{ field, code: 'UNKNOWN_VARIABLE', detail: unknown.join(', ') }];
      // Filters are known only when they are used.
      this.sandbox.fill(kind, text, this.scope(template));
      return [];
    } catch (error) {
      return [{ field, code: 'SYNTAX', detail: error instanceof Error ? error.message : String(error) }];
    }
  }

  private scope(template: TemplateCode): object {
    const { fact, planned } = this.examples.of(template);
    const audience = audienceOf(template);
    const { mission, recipient } = planned;
    const facts = messageFacts(fact, { audience, recipientName: recipient.name, mission });
    return variables(TEMPLATES[template].uses, audience, facts);
  }

  private example(template: TemplateCode): Map<string, unknown> {
    return flatten(this.scope(template));
  }
}

/** Manual: "il n’y a pas de variables disponibles, contrairement aux modèles d’emails". */
function smsFaults(body: string): readonly TextFault[] {
  if (body === '') return [{ field: 'body', code: 'REQUIRED' }];
  if (body.length > LIMITS.sms) return [{ field: 'body', code: 'TOO_LONG' }];
  return /\{[{%]/.test(body) ? [{ field: 'body', code: 'NO_VARIABLES' }] : [];
}
