import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { LogHead } from '../../../application/ports/accounts/log-anchors.js';
import { LogHeads } from '../../../application/ports/accounts/log-anchors.js';
import type { SecurityEventDocument } from './security-event.schema.js';
import { SECURITY_EVENT } from './security-event.schema.js';

type Head = Required<Pick<SecurityEventDocument, 'seq' | 'hash' | 'expiresAt'>>;

@Injectable()
export class LogHeadsRepository extends LogHeads {
  constructor(@InjectModel(SECURITY_EVENT) private readonly model: Model<SecurityEventDocument>) {
    super();
  }

  /** Once a day, over all agencies. */
  async *all(): AsyncIterable<LogHead> {
    for (const agencyId of await this.model.distinct('agencyId', { seq: { $gt: 0 } })) {
      const last = await this.model
        .findOne({ agencyId, seq: { $gt: 0 } }, { seq: 1, hash: 1, expiresAt: 1 })
        .sort({ seq: -1 })
        .lean<Head>();
      if (last) yield { agencyId, seq: last.seq, hash: last.hash, keptUntil: last.expiresAt };
    }
  }
}
