/** What the operator chose for rules that are not for everybody. */
export abstract class RuleSettings {
  /** Whether rent control by commune is shown. */
  abstract readonly rentControl: boolean;
}
