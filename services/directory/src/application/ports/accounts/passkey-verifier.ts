import type { Passkey } from '../../../domain/accounts/account-security.js';

export interface PasskeyOwner {
  /** Agency, kind and id: never shown. */
  key: string;
  mail: string;
  name: string;
}

/** WebAuthn. Options and answers are JSON, as browsers take and give them. */
export abstract class PasskeyVerifier {
  abstract newChallenge(): string;
  abstract creation(owner: PasskeyOwner, known: readonly Passkey[], challenge: string): Promise<string>;
  /** `known` is empty when the authenticator is to tell whose passkey it is. */
  abstract request(known: readonly Passkey[], challenge: string): Promise<string>;
  abstract idOf(answer: string): string | undefined;
  /** Undefined when it proves nothing. */
  abstract created(answer: string, challenge: string): Promise<Omit<Passkey, 'name' | 'addedAt'> | undefined>;
  /** The new counter; undefined when it proves nothing. */
  abstract used(answer: string, challenge: string, passkey: Passkey): Promise<number | undefined>;
}
