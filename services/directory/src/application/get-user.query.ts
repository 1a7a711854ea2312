import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { UserNotFound } from '../domain/accounts/errors.js';
import type { User } from '../domain/records.js';
import { SessionHolders } from './sessions/session.js';

/** A member of staff as a session of theirs would tell, for programs that sign their users in themselves. */
@Injectable()
export class GetUserQuery {
  constructor(
    private readonly holders: SessionHolders,
    private readonly clock: Clock,
  ) {}

  /** @throws UserNotFound */
  async execute(agencyId: string, id: string): Promise<{ user: User; standsInFor: string[] }> {
    const person = await this.holders.read(agencyId, { kind: 'user', id }, this.clock.now());
    if (!person || !('user' in person)) throw new UserNotFound();
    return person;
  }
}
