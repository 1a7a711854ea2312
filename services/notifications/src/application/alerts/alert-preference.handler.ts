import { AppError } from '@intervia/rules';
import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { nextDigestAt } from './digest-time.js';
import type { DigestPreference } from '../ports/delivery/digests.js';
import { Digests } from '../ports/delivery/digests.js';

const LAST_HOUR = 23;

export class InvalidPreference extends AppError {
  constructor() {
    super('INVALID_PREFERENCE', 'invalid', {}, [{ field: 'hour', code: 'OUT_OF_RANGE' }]);
  }
}

/** One mail a day instead of one per alert, as each user likes. */
@Injectable()
export class AlertPreferenceHandler {
  constructor(
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {}

  get(agencyId: string, userId: string): Promise<DigestPreference> {
    return this.digests.preference(agencyId, userId);
  }

  async save(agencyId: string, userId: string, preference: DigestPreference): Promise<DigestPreference> {
    const { digest, hour } = preference;
    if (hour > LAST_HOUR) throw new InvalidPreference();
    const now = this.clock.now();
    // What was collected so far leaves at once when the user wants single mails again.
    await this.digests.save(agencyId, userId, preference, digest ? nextDigestAt(now, hour) : now);
    return preference;
  }
}
