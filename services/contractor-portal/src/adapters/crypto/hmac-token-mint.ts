import { createHash, createHmac, randomBytes } from 'node:crypto';
import { TokenMint } from '../../application/ports/token-mint.js';

const ID_BYTES = 18;

/** token = HMAC-SHA256(secret, link id): 256 bits that nobody can make from a stolen database. */
export class HmacTokenMint extends TokenMint {
  constructor(private readonly secret: string) {
    super();
  }

  newId(): string {
    return randomBytes(ID_BYTES).toString('base64url');
  }

  tokenOf(linkId: string): string {
    return createHmac('sha256', this.secret).update(linkId).digest('base64url');
  }

  hashOf(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
