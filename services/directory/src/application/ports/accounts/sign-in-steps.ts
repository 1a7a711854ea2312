import type { SessionHolder } from '../../../domain/accounts/holder.js';

export interface SignInStep {
  tokenHash: string;
  client: boolean;
  /** Absent: a passkey alone tells whose it is. */
  agencyId?: string;
  holder?: SessionHolder;
  /** As typed; what attempts are counted by. */
  mail: string;
  challenge: string;
  tries: number;
  expiresAt: Date;
}

/** A sign-in between its two steps. */
export abstract class SignInSteps {
  abstract begin(step: SignInStep): Promise<void>;
  /** Counts a try. Undefined when there is no such step, or it is over. */
  abstract take(tokenHash: string, now: Date): Promise<SignInStep | undefined>;
  abstract end(tokenHash: string): Promise<boolean>;
}
