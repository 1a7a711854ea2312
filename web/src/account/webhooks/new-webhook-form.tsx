import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ChangeType } from '../../api/types.js';
import { useCreateWebhook } from '../../api/webhooks.js';
import { CHANGE_TYPES, WEBHOOKS } from '../../fr/webhooks.js';
import { ErrorNotice } from '../../ui/error-notice.js';

const TYPES = Object.entries(CHANGE_TYPES) as [ChangeType, string][];
const LONGEST_URL = 500;

export function NewWebhookForm({ onMade }: { onMade: (shownOnce: string) => void }) {
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState<string[]>([]);
  const create = useCreateWebhook();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { url: url.trim(), types: types as ChangeType[] },
          {
            onSuccess: ({ shownOnce }) => {
              setUrl('');
              setTypes([]);
              onMade(shownOnce);
            },
          },
        );
      }}
    >
      <Stack gap="sm" mt="md">
        {create.error && <ErrorNotice error={create.error} />}
        <TextInput
          label={WEBHOOKS.url}
          description={WEBHOOKS.urlHint}
          placeholder={WEBHOOKS.urlPlaceholder}
          type="url"
          required
          maxLength={LONGEST_URL}
          autoComplete="off"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={WEBHOOKS.types}
          description={WEBHOOKS.typesHint}
          value={types}
          onChange={setTypes}
        >
          <Group mt={4}>
            {TYPES.map(([type, label]) => (
              <Checkbox key={type} value={type} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group>
          <Button type="submit" loading={create.isPending} disabled={url.trim() === ''}>
            {WEBHOOKS.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
