import { notifications } from '@mantine/notifications';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { useDeleteDraft } from '../../api/drafts.js';
import type { DraftRow } from '../../api/types.js';
import { DRAFTS } from '../../fr/wizards.js';
import { nameOfDraft } from './names.js';

/** The bin, with its question. */
export function DeleteDraft({ draft, onClose }: { draft: DraftRow; onClose: () => void }) {
  const remove = useDeleteDraft();
  return (
    <ConfirmDialog
      title={DRAFTS.deleteTitle}
      text={DRAFTS.deleteText(nameOfDraft(draft))}
      confirm={DRAFTS.deleteConfirm}
      isFinal
      isPending={remove.isPending}
      error={remove.error && <ErrorNotice error={remove.error} />}
      onConfirm={() =>
        // With the last draft its list goes, and this dialog with it.
        void remove.mutateAsync(draft.id).then(
          () => {
            notifications.show({ message: DRAFTS.deleted });
            onClose();
          },
          () => undefined,
        )
      }
      onClose={onClose}
    />
  );
}
