import type { Channel } from '../../../domain/reach.js';
import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Wording } from './wordings.js';

/** To be inserted at the cursor (manual, "Pour ajouter une variable"). */
export interface TemplateVariable {
  readonly name: string;
  readonly label: string;
  readonly example: string;
  readonly insert: string;
}

export interface TextFault {
  readonly field: 'subject' | 'body';
  readonly code: 'REQUIRED' | 'TOO_LONG' | 'SYNTAX' | 'UNKNOWN_VARIABLE' | 'NO_VARIABLES';
  /** The variables that do not exist here, or what the template language says. */
  readonly detail?: string;
}

/** The texts shipped with the product, and what an agency may write in their place. */
export abstract class TemplateTexts {
  abstract title(template: TemplateCode): string;
  /** Absent for an SMS where the step has none. */
  abstract shipped(template: TemplateCode, channel: Channel): Wording | undefined;
  /** Those valid in this text; an SMS has none. */
  abstract variables(template: TemplateCode, channel: Channel): readonly TemplateVariable[];
  /** The text without what no mail may hold. */
  abstract clean(channel: Channel, wording: Wording): Wording;
  /** What keeps a clean text from being saved. */
  abstract faults(template: TemplateCode, channel: Channel, wording: Wording): readonly TextFault[];
}
