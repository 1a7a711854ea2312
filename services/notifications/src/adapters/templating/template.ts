import type { VariableGroup } from './variables.js';

/** Texts of one message. LiquidJS; which variables exist is in `uses`, any other is an error. */
export interface Template {
  /** In the lists of templates, for people. */
  readonly name: string;
  readonly uses: readonly VariableGroup[];
  readonly mail: {
    /** Follows the ticket's number (manual, "Sujet"). */
    readonly subject: string;
    /** HTML; variables are escaped. */
    readonly body: string;
    /** Label of the button that opens the link. */
    readonly button?: string;
  };
  readonly sms?: {
    /** Comes first, before the body; by default the ticket's number. */
    readonly subject?: string;
    /** Followed by the link and the signature. */
    readonly body: string;
  };
  /** Manual, "Important – Urgent": the first message to the contractor only. */
  readonly showsUrgent?: true;
}
