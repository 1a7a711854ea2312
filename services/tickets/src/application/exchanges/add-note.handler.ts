import { Injectable } from '@nestjs/common';
import type { DocumentRef } from '../../domain/values/model.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget } from '../running/command-runner.js';
import { Ids } from '../ports/ids.js';
import { RichText } from '../ports/rich-text.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Note interne : commenter le ticket". */
@Injectable()
export class AddNoteHandler {
  constructor(
    private readonly commands: CommandRunner,
    private readonly richText: RichText,
    private readonly ids: Ids,
  ) {}

  execute(target: CommandTarget, html: string, documents: readonly DocumentRef[]): Promise<TicketRecord> {
    const noteId = this.ids.next();
    const written = this.richText.clean(html);
    return this.commands.run(target, (asked) => ({
      type: 'AddNote',
      noteId,
      ...written,
      documents,
      ...asked,
    }));
  }
}
