export interface IssueSketch {
  subject: string;
  /** How the requester told it. `{floor}` and `{room}` are filled in. */
  said: string;
  /** How the manager put it to the contractor. */
  asked: string;
  where: 'common' | 'private';
  euros: readonly [low: number, high: number];
  /** Probability that it was urgent; 0 when not said. */
  urgent?: number;
}

export interface TradeSketch {
  name: string;
  /** Supplier accounts: 401 + stem + number. */
  stem: string;
  contractors: readonly string[];
  /** How often it is called, compared with the others. */
  weight: number;
  /** Months (1 to 12) in which it is called three times as often. */
  season?: readonly number[];
  /** Only in buildings with a lift. */
  lift?: boolean;
  issues: readonly IssueSketch[];
}
