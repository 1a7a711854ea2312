import { Injectable } from '@nestjs/common';
import { TellAdministrators } from '../delivery/tell-administrators.js';
import type { Webhook } from '../ports/webhooks/webhooks.js';

const DAY_LENGTH = 10;

/** Tells the administrators that a webhook was disabled. */
@Injectable()
export class WarnOfWebhook {
  constructor(private readonly tell: TellAdministrators) {}

  /** Once a day at most of each. */
  async execute({ id, agencyId, url }: Webhook, at: Date, isGone: boolean): Promise<void> {
    await this.tell.execute(agencyId, `webhook|${id}|${at.toISOString().slice(0, DAY_LENGTH)}`, {
      kind: 'webhook-disabled',
      host: new URL(url).host,
      isGone,
      path: '/security',
    });
  }
}
