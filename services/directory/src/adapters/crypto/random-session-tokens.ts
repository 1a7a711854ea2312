import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SessionTokens } from '../../application/ports/session-tokens.js';

const TOKEN_BYTES = 32;
const PUBLIC_ID_BYTES = 9;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_GROUPS = [4, 4, 4];

@Injectable()
export class RandomSessionTokens extends SessionTokens {
  create(): string {
    return randomBytes(TOKEN_BYTES).toString('base64url');
  }

  publicId(): string {
    return randomBytes(PUBLIC_ID_BYTES).toString('base64url');
  }

  /** 60 bits: with at most twenty tries a quarter of an hour, nobody finds one. */
  recoveryCode(): string {
    return CODE_GROUPS.map((size) =>
      Array.from({ length: size }, () => CROCKFORD[randomInt(CROCKFORD.length)]).join(''),
    ).join('-');
  }

  /** Plain SHA-256 is enough: the token has 256 random bits, nobody can guess at it. */
  hash(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
