import { Clock } from '@intervia/clock';
import { AppError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import type { Finding } from '../../domain/forms/content.js';
import { draftOfEntry, faultsOfEntry, planEntry } from '../../domain/save/plan-sharer.js';
import type { SharerEntry } from '../../domain/save/plan-sharer.js';
import { ReadKnown } from '../drafts/read-known.js';
import { Identifiers } from '../ports/identifiers.js';
import { PropertyFiles } from '../ports/property-files.js';
import type { Actor, CommandRef } from '../ports/property-files.js';

export interface AskedEntry extends SharerEntry {
  readonly leaseId: string;
  readonly version: number;
  readonly replacesSharerId: string;
}

/** Others picked a computed code at the same moment: so many times another one is picked. */
const PICKS = 5;

/** A flat-sharer who enters a running lease: judged and coded as step 3 of a new tenant, kept by directory. */
@Injectable()
export class EnterSharerHandler {
  constructor(
    private readonly files: PropertyFiles,
    private readonly known: ReadKnown,
    private readonly ids: Identifiers,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what is wrong with what was typed; nothing when it entered
   * @throws AppError of directory's command
   */
  async execute(actor: Actor, command: CommandRef, asked: AskedEntry): Promise<readonly Finding[]> {
    const { leaseId, version, replacesSharerId } = asked;
    const lease = await this.files.sharedLease(actor.agencyId, leaseId);
    // Repeating the command gives the same ids.
    const id = this.ids.hash(`${actor.agencyId}/${command.commandId}`).slice(0, 24);
    const entry: SharerEntry = {
      sharer: { ...asked.sharer, id },
      ...(asked.guarantor ? { guarantor: { ...asked.guarantor, id: `${id}-g`, sharerId: id } } : {}),
    };
    const draft = draftOfEntry({ id, agencyId: actor.agencyId }, lease, entry, this.clock.now());
    const isThere = lease.sharerIds.includes(id);
    for (let pick = 1; ; pick += 1) {
      const evaluated = await this.known.evaluate(draft);
      const faults = isThere ? [] : faultsOfEntry(evaluated);
      if (faults.length > 0) return faults;
      const plan = planEntry(evaluated.draft, evaluated.known);
      try {
        await this.files.enterSharer(actor, command, { leaseId, version, replacesSharerId, ...plan });
        return [];
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'KEY_TAKEN' || pick === PICKS) throw error;
      }
    }
  }
}
