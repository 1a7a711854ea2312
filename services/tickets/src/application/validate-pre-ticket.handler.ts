import { Injectable } from '@nestjs/common';
import type { TicketDraft } from '../domain/draft.js';
import { InvalidTicket } from '../domain/errors.js';
import { assertAttached } from './caller.js';
import { CommandRunner } from './command-runner.js';
import type { CommandTarget } from './command-runner.js';
import { Ids } from './ports/ids.js';
import { Settings } from './ports/settings.js';
import type { TicketRecord } from './ports/tickets.js';

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
