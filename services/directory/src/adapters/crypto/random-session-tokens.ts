import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SessionTokens } from '../../application/ports/session-tokens.js';

const TOKEN_BYTES = 32;

@Injectable()
export class RandomSessionTokens extends SessionTokens {
  create(): string {
    return randomBytes(TOKEN_BYTES).toString('base64url');
  }

  /** Plain SHA-256 is enough: the token has 256 random bits, nobody can guess at it. */
  hash(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
