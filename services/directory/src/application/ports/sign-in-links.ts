import type { SignInLink } from '../../domain/api-keys/sign-in-link.js';

/** Found by the hash of their secret: nobody knows the agency before. */
export abstract class SignInLinks {
  abstract add(link: SignInLink): Promise<void>;
  /** Whoever takes it has it, and nobody after. Undefined when there is no such link, or it is late. */
  abstract take(tokenHash: string, now: Date): Promise<SignInLink | undefined>;
}
