import { notifications } from '@mantine/notifications';
import { useSortReview } from '../api/delivery.js';
import type { Review } from '../api/types.js';
import { REVIEWS } from '../fr.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';

export function DismissDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const sort = useSortReview();
  const send = (): void =>
    sort.mutate(
      { review },
      {
        onSuccess: () => {
          notifications.show({ message: REVIEWS.dismissed });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={REVIEWS.dismissTitle}
      text={REVIEWS.dismissText}
      confirm={REVIEWS.dismiss}
      isPending={sort.isPending}
      error={sort.error && <ErrorNotice error={sort.error} />}
      onConfirm={send}
      onClose={onClose}
    />
  );
}
