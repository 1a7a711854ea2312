import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCreateApiKey } from '../api/api-keys.js';
import type { ApiScope } from '../api/types.js';
import { API_KEYS, API_SCOPES } from '../fr/api-keys.js';
import { ErrorNotice } from '../ui/error-notice.js';

const SCOPES = Object.entries(API_SCOPES) as [ApiScope, string][];
const LONGEST_NAME = 80;

/** The end of a day of the reader's own clock. */
const endOf = (day: string): string | undefined => {
  const end = new Date(`${day}T23:59:59`);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
};

export function NewApiKeyForm({ onMade }: { onMade: (shownOnce: string) => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(SCOPES.map(([scope]) => scope));
  const [until, setUntil] = useState('');
  const create = useCreateApiKey();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { name: name.trim(), scopes: scopes as ApiScope[], expiresAt: endOf(until) },
          {
            onSuccess: ({ shownOnce }) => {
              setName('');
              setUntil('');
              onMade(shownOnce);
            },
          },
        );
      }}
    >
      <Stack gap="sm" mt="md">
        {create.error && <ErrorNotice error={create.error} />}
        <Group align="end">
          <TextInput
            label={API_KEYS.name}
            placeholder={API_KEYS.namePlaceholder}
            required
            maxLength={LONGEST_NAME}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={API_KEYS.expires}
            description={API_KEYS.expiresHint}
            type="date"
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </Group>
        <Checkbox.Group label={API_KEYS.scopes} value={scopes} onChange={setScopes}>
          <Group mt={4}>
            {SCOPES.map(([scope, label]) => (
              <Checkbox key={scope} value={scope} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group>
          <Button
            type="submit"
            loading={create.isPending}
            disabled={name.trim() === '' || scopes.length === 0}
          >
            {API_KEYS.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
