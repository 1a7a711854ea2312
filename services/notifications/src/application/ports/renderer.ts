import type { MessageFacts } from '../../domain/message-facts.js';
import type { Audience, TemplateCode } from '../../domain/template-codes.js';
import type { Agency } from './agencies.js';

export interface RenderInput {
  readonly template: TemplateCode;
  readonly audience: Audience;
  readonly facts: MessageFacts;
  readonly agency: Agency;
  /** Only in contractors' messages. */
  readonly link?: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A template and its variables do not fit; trying again cannot help. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code = 'TEMPLATE_ERROR';

  constructor(template: TemplateCode, options: ErrorOptions) {
    super(`Template ${template} cannot be rendered`, options);
  }
}

/** Facts into French. Throws TemplateError. */
export abstract class Renderer {
  abstract subject(template: TemplateCode, audience: Audience, facts: MessageFacts): string;
  abstract mail(input: RenderInput): Promise<RenderedMail>;
  abstract sms(input: RenderInput): string;
}
