import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import type { Origin } from '../../domain/accounts/origin.js';
import type { SecurityEventKind } from '../../domain/accounts/security-event.js';
import { LONGEST_ABOUT } from '../../domain/accounts/security-event.js';
import { SecurityLog } from '../ports/accounts/security-log.js';
import { SessionHolders } from '../sessions/session.js';
import { nameOf } from './open-session.js';

/** An entry about somebody's account, with the name it has now. */
@Injectable()
export class LogSecurity {
  constructor(
    private readonly log: SecurityLog,
    private readonly holders: SessionHolders,
    private readonly clock: Clock,
  ) {}

  async of(
    agencyId: string,
    holder: SessionHolder,
    kind: SecurityEventKind,
    origin: Origin,
    about?: string,
  ): Promise<void> {
    const person = await this.holders.read(agencyId, holder, this.clock.now());
    const name = person ? nameOf(person) : '';
    await this.log.record({
      agencyId,
      kind,
      person: { ...holder, name },
      origin,
      about: about?.slice(0, LONGEST_ABOUT),
    });
  }
}
