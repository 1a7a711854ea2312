import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useKeepView } from '../../api/own-views.js';
import type { OwnView } from '../../api/types.js';
import { COMMON, LIST } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { ErrorNotice } from '../../ui/error-notice.js';

const NAME_LETTERS = 40;

interface Props {
  address: string;
  views: readonly OwnView[];
  onClose: () => void;
}

export function KeepViewDialog({ address, views, onClose }: Props) {
  const { module } = useModule();
  const keep = useKeepView(module);
  const [typed, setTyped] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const name = typed.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === '') return setIsMissing(true);
    keep.mutate(
      { name, address },
      {
        onSuccess: () => {
          notifications.show({ message: LIST.ownViews.kept(name) });
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={LIST.ownViews.keep} closeOnClickOutside={typed === ''}>
      <form noValidate onSubmit={submit}>
        {keep.error && <ErrorNotice error={keep.error} />}
        <Text size="sm" mb="sm">
          {LIST.ownViews.keepHint}
        </Text>
        <TextInput
          label={LIST.ownViews.name}
          required
          data-autofocus
          maxLength={NAME_LETTERS}
          value={typed}
          error={isMissing && name === '' && LIST.ownViews.nameMissing}
          description={views.some((view) => view.name === name) ? LIST.ownViews.sameName : undefined}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {LIST.ownViews.submit}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
