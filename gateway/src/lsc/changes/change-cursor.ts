import { AppError } from '@intervia/messaging';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A place in the stream of facts, of one agency. */
export interface Place {
  readonly agencyId: string;
  /** When the stream was made: sequences of another one say nothing. */
  readonly madeAt: string;
  /** Of the last fact that was told. */
  readonly sequence: number;
}

export class CursorInvalid extends AppError.of('CURSOR_INVALID', 'invalid') {}
export class CursorOfAnother extends AppError.of('CURSOR_OF_ANOTHER', 'forbidden') {}
export class CursorTooOld extends AppError.of('CURSOR_TOO_OLD', 'not-found') {}

const VERSION = 'c1';
/** Keeps these signatures apart from whatever else is signed with the same secret. */
const LABEL = 'changes-cursor';

/** Cursors as programs keep them: opaque, and signed, so that nobody counts with them. */
export class CursorSeal {
  constructor(private readonly secret: string) {}

  seal({ agencyId, madeAt, sequence }: Place): string {
    const body = Buffer.from(JSON.stringify([agencyId, madeAt, sequence])).toString('base64url');
    return [VERSION, body, this.sign(body).toString('base64url')].join('.');
  }

  /** @throws CursorInvalid */
  open(sealed: string): Place {
    const [version, body = '', signature = '', ...rest] = sealed.split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(body);
    const isOurs =
      version === VERSION &&
      rest.length === 0 &&
      given.length === expected.length &&
      timingSafeEqual(given, expected);
    if (!isOurs) throw new CursorInvalid();
    const [agencyId, madeAt, sequence] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      string,
      number,
    ];
    return { agencyId, madeAt, sequence };
  }

  private sign(body: string): Buffer {
    return createHmac('sha256', this.secret).update([LABEL, VERSION, body].join('\0')).digest();
  }
}
