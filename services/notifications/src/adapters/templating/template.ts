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
    /** Label of the button that opens the link; not the agency's to change. */
    readonly button?: string;
  };
  /**
   * Manual, "Exemple pour un modèle de SMS": the agency words the body, which has no variables; subject, details, link
   * and signature are put around it by us.
   */
  readonly sms?: {
    /** Comes first, before the body; by default the ticket's number. */
    readonly subject?: string;
    readonly body: string;
    /** What the reader must know and no fixed text can say: who, when. Of a first request we say what and where. */
    readonly detail?: string;
  };
  /** What begins a mission. Manual: "URGENT" in it and in no later one, and a link to the "tutoriel intervenant". */
  readonly firstRequest?: true;
}
