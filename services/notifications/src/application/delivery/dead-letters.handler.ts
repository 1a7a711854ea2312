import { AppError, DeadLetters } from '@intervia/messaging';
import type { DeadLetter } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';

/** Of all agencies; more than that is an outage, not a list to read. */
const SEARCHED = 2_000;

/** What a service gave up on: an agency's administrator sees its own, and tries them again once the cause is mended. */
@Injectable()
export class DeadLettersHandler {
  constructor(private readonly letters: DeadLetters) {}

  async list(agencyId: string): Promise<readonly DeadLetter[]> {
    const all = await this.letters.list({ limit: SEARCHED });
    return all.filter((letter) => letter.agencyId === agencyId);
  }

  async replay(agencyId: string, sequence: number): Promise<void> {
    const own = await this.list(agencyId);
    const known = own.some((letter) => letter.sequence === sequence);
    if (!known || !(await this.letters.replay(sequence))) {
      throw new AppError('DEAD_LETTER_NOT_FOUND', 'not-found');
    }
  }
}
