import type { MessageFacts } from '../../../domain/facts/message-facts.js';
import type { Audience, TemplateCode } from '../../../domain/template-codes.js';
import type { Agency } from '../neighbours/agencies.js';
import type { Wording } from './wordings.js';

export interface SubjectInput {
  readonly template: TemplateCode;
  readonly audience: Audience;
  readonly facts: MessageFacts;
  /** The agency's own text; absent for the one shipped. */
  readonly wording?: Wording;
  /** Sent by a user to themselves: the subject of the mail says so. */
  readonly test?: true;
}

export interface RenderInput extends SubjectInput {
  readonly agency: Agency;
  /** Only in contractors' and correspondents' messages. */
  readonly link?: string;
  /** Names of the documents that are too large to go along. */
  readonly leftOut?: readonly string[];
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
  abstract subject(input: SubjectInput): string;
  abstract mail(input: RenderInput): Promise<RenderedMail>;
  abstract sms(input: RenderInput): string;
}
