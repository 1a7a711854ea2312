import { Injectable } from '@nestjs/common';
import type { ContactAnotherContractor } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget, Content } from '../running/command-runner.js';
import { Ids } from '../ports/ids.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Contacter un autre intervenant", OUI or NON. */
@Injectable()
export class ContactAnotherContractorHandler {
  constructor(
    private readonly commands: CommandRunner,
    private readonly ids: Ids,
  ) {}

  execute(
    target: CommandTarget,
    content: Omit<Content<ContactAnotherContractor>, 'newMissionId'>,
  ): Promise<TicketRecord> {
    const newMissionId = this.ids.next();
    return this.commands.run(target, (asked) => ({
      type: 'ContactAnotherContractor',
      newMissionId,
      ...content,
      ...asked,
    }));
  }
}
