import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect } from 'react';
import { documentsOf } from '../api/upload-queue.js';
import type { UploadQueue } from '../api/upload-queue.js';
import { useUploadItems } from '../ui/uploads/use-uploads.js';
import { checkDraft } from './draft-check.js';
import type { DraftErrors } from './draft-check.js';
import { draftStore } from './draft-store.js';
import type { DraftOwner } from './draft-store.js';
import { isTyped } from './draft.js';
import type { Draft, StoredDraft } from './draft.js';

export type DraftForm = UseFormReturnType<Draft>;

const SAVE_PAUSE_MS = 300;

/** The form, saved as it is typed; changes to a ticket only once there are some. */
export function useDraftForm(
  { userId, form: name }: DraftOwner,
  stored: StoredDraft,
  queue: UploadQueue,
  validate: (draft: Draft) => DraftErrors = checkDraft,
): DraftForm {
  const form = useForm<Draft>({ initialValues: stored.values, validate });
  const items = useUploadItems(queue);
  const { values } = form;
  useEffect(() => {
    const owner = { userId, form: name };
    const draft = { ...stored, values, documents: documentsOf(items) };
    const save = (): void => (isTyped(draft) ? draftStore.save(owner, draft) : draftStore.clear(owner));
    const timer = setTimeout(save, SAVE_PAUSE_MS);
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', save);
    };
  }, [userId, name, stored, values, items]);
  return form;
}
