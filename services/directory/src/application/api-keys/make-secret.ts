import { Injectable } from '@nestjs/common';
import type { ApiSecret } from '../../domain/api-keys/api-key.js';
import { newSecret } from '../../domain/api-keys/api-key.js';
import { SessionTokens } from '../ports/session-tokens.js';

@Injectable()
export class MakeSecret {
  constructor(private readonly tokens: SessionTokens) {}

  /** What is kept, and what is shown once. */
  secret(now: Date): { secret: ApiSecret; shownOnce: string } {
    const prefix = `itv_${this.tokens.publicId()}`;
    const shownOnce = `${prefix}_${this.tokens.create()}`;
    return { secret: newSecret(prefix, this.tokens.hash(shownOnce), now), shownOnce };
  }
}
