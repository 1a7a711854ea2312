import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { CREATION } from '../fr.js';

interface Props {
  /** Opens the ticket that was made; unknown after a reload: then it heads the list. */
  onLook?: () => void;
  list: string;
  /** Not of a "?", which is validated once. */
  onSendAnother?: () => void;
}

/** A first sending arrived unseen, with another text. */
export function ArrivedChoices({ onLook, list, onSendAnother }: Props) {
  return (
    <Group gap="xs" mt="xs">
      {onLook ? (
        <Button size="xs" onClick={onLook}>
          {CREATION.lookAtArrived}
        </Button>
      ) : (
        <Button size="xs" component={Link} to={list}>
          {CREATION.lookAtList}
        </Button>
      )}
      {onSendAnother && (
        <Button size="xs" variant="default" onClick={onSendAnother}>
          {CREATION.sendAnother}
        </Button>
      )}
    </Group>
  );
}
