import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Passwords } from '../../application/ports/passwords.js';

/** Argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane), which are the library's own. */
@Injectable()
export class Argon2Passwords extends Passwords {
  /** Nobody's password, for mails that have none: verifying it takes as long as any other. */
  private readonly decoy = hash('nobody');

  hash(password: string): Promise<string> {
    return hash(password);
  }

  async verify(password: string, stored: string | undefined): Promise<boolean> {
    const isRight = await verify(stored ?? (await this.decoy), password);
    return stored !== undefined && isRight;
  }
}
