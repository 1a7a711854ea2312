import { Injectable } from '@nestjs/common';
import type { Limit } from '../../domain/accounts/throttle.js';
import { TooManyAttempts } from '../../domain/errors.js';
import { SignInAttempts } from '../ports/sign-in-attempts.js';

@Injectable()
export class ThrottleAttempts {
  constructor(private readonly attempts: SignInAttempts) {}

  /** Counts an attempt everywhere at once. @throws TooManyAttempts */
  async count(limits: readonly Limit[], now: Date): Promise<void> {
    const counted = await Promise.all(
      limits.map(async ({ key, most }) => ({ most, ...(await this.attempts.register(key, now)) })),
    );
    const waits = counted
      .filter(({ count, most }) => count > most)
      .map(({ windowEndsAt }) => windowEndsAt.getTime() - now.getTime());
    if (waits.length > 0) throw new TooManyAttempts(Math.ceil(Math.max(...waits) / 1000));
  }

  /** It was who it said to be. */
  async passed(limits: readonly Limit[]): Promise<void> {
    await Promise.all(
      limits.map(({ key, shared }) => (shared ? this.attempts.release(key) : this.attempts.forget(key))),
    );
  }
}
