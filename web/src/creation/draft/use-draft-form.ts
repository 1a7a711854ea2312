import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { documentsOf } from '../../api/uploads/upload-queue.js';
import type { UploadQueue } from '../../api/uploads/upload-queue.js';
import { useDraftSaving } from '../../forms/use-draft-saving.js';
import { useUploadItems } from '../../ui/uploads/use-uploads.js';
import { checkDraft } from './draft-check.js';
import type { DraftErrors } from './draft-check.js';
import { draftStore } from './draft-store.js';
import type { DraftOwner } from './draft-store.js';
import { isTyped } from './draft.js';
import type { Draft, StoredDraft } from './draft.js';

export type DraftForm = UseFormReturnType<Draft>;

/** The form, saved as it is typed; changes to a ticket only once there are some. */
export function useDraftForm(
  owner: DraftOwner,
  stored: StoredDraft,
  queue: UploadQueue,
  validate: (draft: Draft) => DraftErrors = checkDraft,
): DraftForm {
  const form = useForm<Draft>({ initialValues: stored.values, validate });
  const items = useUploadItems(queue);
  const { values } = form;
  const save = (): void => {
    const draft = { ...stored, values, documents: documentsOf(items) };
    return isTyped(draft) ? draftStore.save(owner, draft) : draftStore.clear(owner);
  };
  useDraftSaving(save, owner.userId, owner.form, stored, values, items);
  return form;
}
