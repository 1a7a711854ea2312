import { ActionIcon, Anchor, Group, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { documentUrl } from '../../api/tickets.js';
import type { DocumentRef } from '../../api/types.js';
import { TICKET } from '../../fr.js';
import { pictureUrl } from '../../lib/is-shown-as-image.js';
import classes from './documents.module.css';

interface Props {
  ticketId: string;
  images: DocumentRef[];
  openedId: string | undefined;
  onOpen: (id: string | undefined) => void;
}

/** Full size, arrow keys included. */
export function ImageViewer({ ticketId, images, openedId, onOpen }: Props) {
  const index = images.findIndex(({ id }) => id === openedId);
  const image = images[index];
  const previous = images[index - 1];
  const next = images[index + 1];
  const url = image && documentUrl(ticketId, image.id);
  const shown = image && url && pictureUrl(image, url);
  return (
    <Modal
      opened={image !== undefined}
      onClose={() => onOpen(undefined)}
      size="min(1200px, 94vw)"
      title={image?.name}
      onKeyDown={(e) => {
        const target = { ArrowLeft: previous, ArrowRight: next }[e.key];
        if (target) onOpen(target.id);
      }}
    >
      {image && (
        <>
          <img src={shown} alt={image.name} className={classes.full} />
          <Group justify="space-between" mt="sm">
            <ActionIcon
              variant="default"
              aria-label={TICKET.previousDocuments}
              disabled={!previous}
              onClick={() => onOpen(previous?.id)}
            >
              <IconChevronLeft size={18} />
            </ActionIcon>
            <Group>
              <Anchor href={shown} target="_blank" rel="noopener">
                {TICKET.openNewTab}
              </Anchor>
              <Anchor href={url} download={image.name}>
                {TICKET.download}
              </Anchor>
            </Group>
            <ActionIcon
              variant="default"
              aria-label={TICKET.nextDocuments}
              disabled={!next}
              onClick={() => onOpen(next?.id)}
            >
              <IconChevronRight size={18} />
            </ActionIcon>
          </Group>
        </>
      )}
    </Modal>
  );
}
