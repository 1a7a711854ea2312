import type { Draft } from '../../domain/drafts/draft.js';
import type { DraftDocument } from './draft.schema.js';

/** Everything of a draft but its id and presences, which have writes of their own. */
export function fieldsOf(draft: Draft) {
  const { id: _id, presences: _presences, steps, save, ...fields } = draft;
  return { ...fields, steps: [...steps], ...(save ? { finalSave: save } : {}) };
}

export function toDraft(document: DraftDocument): Draft {
  const { _id, finalSave, presences, steps } = document;
  return {
    id: _id,
    agencyId: document.agencyId,
    wizard: document.wizard,
    unitId: document.unitId,
    mandateId: document.mandateId,
    about: document.about,
    presentTenants: document.presentTenants,
    title: document.title,
    complete: document.complete,
    keepable: document.keepable,
    version: document.version,
    // A list leaves them out.
    steps: steps ?? [],
    resumeStep: document.resumeStep,
    resumeItemId: document.resumeItemId,
    createdBy: document.createdBy,
    createdAt: document.createdAt,
    savedBy: document.savedBy,
    savedAt: document.savedAt,
    presences: presences ?? [],
    ...(finalSave ? { save: finalSave } : {}),
  };
}
