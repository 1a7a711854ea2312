import { Passwords } from './passwords.js';

/** Instant; remembers what it verified, so that a test sees that unknown mails are verified too. */
export class FakePasswords extends Passwords {
  readonly verified: (string | undefined)[] = [];
  private salt = 0;

  override hash(password: string): Promise<string> {
    return Promise.resolve(`${String(this.salt++)}:${password}`);
  }

  override verify(password: string, hash: string | undefined): Promise<boolean> {
    this.verified.push(hash);
    return Promise.resolve(hash !== undefined && hash.split(':')[1] === password);
  }
}
