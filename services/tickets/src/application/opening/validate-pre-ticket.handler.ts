import { Injectable } from '@nestjs/common';
import type { TicketDraft } from '../../domain/ticket/draft.js';
import { InvalidTicket } from '../../domain/values/errors.js';
import { assertAttached } from '../running/caller.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget } from '../running/command-runner.js';
import { Ids } from '../ports/ids.js';
import { Settings } from '../ports/settings.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Valider le ticket": "?" becomes a work order or a quote. */
@Injectable()
export class ValidatePreTicketHandler {
  constructor(
    private readonly commands: CommandRunner,
    private readonly settings: Settings,
    private readonly ids: Ids,
  ) {}

  async execute(target: CommandTarget, draft: TicketDraft): Promise<TicketRecord> {
    if (!draft.module) throw new InvalidTicket([{ field: 'module', code: 'REQUIRED' }]);
    if (draft.place) assertAttached(target, draft.place);
    const settings = await this.settings.of(target.agencyId, draft.module);
    const missionIds = draft.contractors.map(() => this.ids.next());
    return this.commands.run(target, (asked) => ({
      type: 'ValidatePreTicket',
      missionIds,
      draft,
      settings,
      ...asked,
    }));
  }
}
