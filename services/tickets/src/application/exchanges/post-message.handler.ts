import { Injectable } from '@nestjs/common';
import type { PostMessage } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget } from '../running/command-runner.js';
import { Ids } from '../ports/ids.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Envoyer un message", and what a third party answers. */
@Injectable()
export class PostMessageHandler {
  constructor(
    private readonly commands: CommandRunner,
    private readonly ids: Ids,
  ) {}

  execute(
    target: CommandTarget,
    content: Omit<PostMessage, 'type' | 'actor' | 'now' | 'ids'>,
  ): Promise<TicketRecord> {
    const ids = { thread: this.ids.next(), message: this.ids.next(), correspondent: this.ids.next() };
    return this.commands.run(target, (asked) => ({ type: 'PostMessage', ids, ...content, ...asked }));
  }
}
