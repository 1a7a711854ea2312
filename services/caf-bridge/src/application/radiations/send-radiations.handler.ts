import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RunHandler } from '../files/run.handler.js';
import { Radiations, SettingsStore } from '../ports/stores.js';

/** Sends those who left, one file for all that wait at a caisse (manual, "Validation des départs"). */
@Injectable()
export class SendRadiationsHandler {
  private readonly logger = new Logger(SendRadiationsHandler.name);

  constructor(
    private readonly radiations: Radiations,
    private readonly store: SettingsStore,
    private readonly runs: RunHandler,
  ) {}

  async execute(): Promise<void> {
    for (const { agencyId, entityId, organisme, runId, ids } of await this.radiations.waiting()) {
      try {
        // In hand: its own run brings it to an end, and is begun anew where a crash came before it.
        if (runId) await this.runs.startForLeavers(agencyId, entityId, organisme, runId);
        else await this.send(agencyId, entityId, organisme, ids);
      } catch (error) {
        this.logger.warn(
          { err: error, agencyId, entityId, organisme },
          'radiations not sent, tried again later',
        );
      }
    }
  }

  private async send(agencyId: string, entityId: string, organisme: string, ids: string[]): Promise<void> {
    const settings = (await this.store.settings(agencyId, entityId))?.value;
    const known = settings?.organismes.find(({ organisme: code }) => code === organisme);
    if (known?.scheme === 'CAF') {
      // Of those who wait: a crash between claim and run starts the same run again.
      const digest = createHash('sha256').update(ids.sort().join()).digest('hex').slice(0, 24);
      await this.runs.startForLeavers(agencyId, entityId, organisme, `${agencyId}.caf42-${digest}`);
      return;
    }
    // Nothing to send to: told in the list, and taken up again by hand once the settings are there.
    const why = known?.scheme === 'MSA' ? 'MSA' : 'SETTING_MISSING';
    const state = known?.scheme === 'MSA' ? ('EXCLUDED' as const) : ('BLOCKED' as const);
    for (const id of ids) await this.radiations.change(agencyId, id, ['PENDING'], { state, why });
  }
}
