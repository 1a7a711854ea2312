import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect } from 'react';
import { documentsOf } from '../api/upload-queue.js';
import type { UploadQueue } from '../api/upload-queue.js';
import { useUploadItems } from '../ui/uploads/use-uploads.js';
import { checkDraft } from './draft-check.js';
import { draftStore } from './draft-store.js';
import type { DraftOwner } from './draft-store.js';
import type { Draft, StoredDraft } from './draft.js';

export type DraftForm = UseFormReturnType<Draft>;

const SAVE_PAUSE_MS = 300;

/** The form, saved as it is typed. */
export function useDraftForm(
  { userId, form: name }: DraftOwner,
  stored: StoredDraft,
  queue: UploadQueue,
): DraftForm {
  const form = useForm<Draft>({
    initialValues: stored.values,
    validate: checkDraft,
  });
  const items = useUploadItems(queue);
  const { values } = form;
  useEffect(() => {
    const save = (): void =>
      draftStore.save({ userId, form: name }, { key: stored.key, values, documents: documentsOf(items) });
    const timer = setTimeout(save, SAVE_PAUSE_MS);
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', save);
    };
  }, [userId, name, stored.key, values, items]);
  return form;
}
