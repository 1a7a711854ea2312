import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Wording } from '../ports/templates/wordings.js';
import { WordingConflict, Wordings } from '../ports/templates/wordings.js';
import type { TemplateKey, TemplateState } from './template-book.js';
import { TemplateBook } from './template-book.js';
import { TemplateChanged } from './template-errors.js';

export interface TemplateEdit extends TemplateKey {
  /** The version that was edited. */
  readonly version: number;
  /** For the journal of versions. */
  readonly savedBy: string;
}

/** Every change is a new version, going back to the shipped text too: messages on their way keep theirs. */
@Injectable()
export class SaveTemplateHandler {
  constructor(
    private readonly book: TemplateBook,
    private readonly wordings: Wordings,
    private readonly clock: Clock,
  ) {}

  async save(edit: TemplateEdit, typed: Wording): Promise<TemplateState> {
    const { template } = this.book.find(edit);
    return this.add(edit, this.book.checked(template, edit.channel, typed));
  }

  reset(edit: TemplateEdit): Promise<TemplateState> {
    return this.add(edit, undefined);
  }

  private async add(edit: TemplateEdit, wording: Wording | undefined): Promise<TemplateState> {
    const { agencyId, channel, version, savedBy } = edit;
    const state = await this.book.get(edit);
    if (state.version !== version) throw new TemplateChanged();
    const { template } = state;
    const next = { template, channel, version: version + 1, wording, savedAt: this.clock.now(), savedBy };
    try {
      await this.wordings.add(agencyId, next);
    } catch (error) {
      if (error instanceof WordingConflict) throw new TemplateChanged({ cause: error });
      throw error;
    }
    return this.book.get(edit);
  }
}
