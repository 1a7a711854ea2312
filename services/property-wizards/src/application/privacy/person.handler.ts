import { FileStore } from '@intervia/files';
import { retryOnConflict } from '@intervia/mongo';
import { strikingOut } from '@intervia/rules';
import type { PersonMarks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { assertOpen } from '../../domain/drafts/draft.js';
import { names, withoutPerson } from '../../domain/privacy/erasure.js';
import type { Entry } from '../../domain/register/record.js';
import { PersonDrafts } from '../ports/person-drafts.js';

/** What names a document of a wizard (gateway, "resolve"). */
const USES = ['property'];

export interface ErasedFromProperty {
  readonly drafts: number;
  readonly entriesKept: number;
}

/** What wizards hold about somebody: for a copy, and to be struck out. */
@Injectable()
export class PersonHandler {
  constructor(
    private readonly drafts: PersonDrafts,
    private readonly files: FileStore,
  ) {}

  /** Drafts that name them, then entries of the register. */
  async *export(agencyId: string, marks: PersonMarks): AsyncIterable<object> {
    for await (const draft of this.drafts.every(agencyId)) {
      if (!names(marks, draft)) continue;
      const { wizard, title, about, steps, savedAt } = draft;
      const typed = steps.map(({ step, form }) => ({ step, form }));
      yield { kind: 'draft', wizard, title, about, savedAt, steps: typed };
    }
    for await (const entry of this.naming(agencyId, marks)) {
      const { number, at, content } = entry;
      yield { kind: 'register-entry', number, at, ...content };
    }
  }

  /** The same again changes nothing. @throws AppError DRAFT_BEING_SAVED */
  async erase(agencyId: string, marks: PersonMarks): Promise<ErasedFromProperty> {
    let drafts = 0;
    for await (const draft of this.drafts.every(agencyId)) {
      if (await retryOnConflict(() => this.strike(agencyId, draft.id, marks))) drafts += 1;
    }
    let entriesKept = 0;
    for await (const _ of this.naming(agencyId, marks)) entriesKept += 1;
    return { drafts, entriesKept };
  }

  private async strike(agencyId: string, id: string, marks: PersonMarks): Promise<boolean> {
    const before = await this.drafts.find(agencyId, id);
    if (!before) return false;
    const { draft, documentIds } = withoutPerson(before, marks);
    if (isDeepStrictEqual(draft, before)) return false;
    assertOpen(before);
    await this.files.erase(agencyId, documentIds, USES);
    await this.drafts.rewrite(before, { ...draft, version: before.version + 1 });
    return true;
  }

  private async *naming(agencyId: string, marks: PersonMarks): AsyncIterable<Entry> {
    const strike = strikingOut(marks);
    for await (const entry of this.drafts.entries(agencyId)) {
      if (!isDeepStrictEqual(strike(entry.content), entry.content)) yield entry;
    }
  }
}
