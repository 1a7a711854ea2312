import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useSortReview } from '../api/delivery.js';
import type { Review } from '../api/delivery-types.js';
import { COMMON, REVIEWS } from '../fr.js';
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
    <Modal
      opened
      onClose={onClose}
      title={REVIEWS.dismissTitle}
      closeButtonProps={{ 'aria-label': COMMON.close }}
    >
      <Stack>
        <Text size="sm">{REVIEWS.dismissText}</Text>
        {sort.error && <ErrorNotice error={sort.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button loading={sort.isPending} onClick={send}>
            {REVIEWS.dismiss}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
