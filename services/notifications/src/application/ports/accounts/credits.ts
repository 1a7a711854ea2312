export interface Credits {
  readonly left: number;
  readonly low: boolean;
  /** Counts the times that they became low: each is told once. */
  readonly episode: number;
}

export abstract class CreditsLog {
  abstract of(accountId: string): Promise<Credits | undefined>;
  abstract save(accountId: string, credits: Credits): Promise<void>;
}
