import { Injectable } from '@nestjs/common';
import { dictionary } from '@zxcvbn-ts/language-common';
import { BreachedPasswords } from '../../application/ports/accounts/breached-passwords.js';

/** The 49,000 most used passwords of published leaks, in the words of the package; nothing is asked of the network. */
@Injectable()
export class CommonPasswords extends BreachedPasswords {
  private readonly known = new Set(
    Object.values(dictionary['passwords-common']).map((password) => String(password)),
  );

  has(text: string): boolean {
    return this.known.has(text);
  }
}
