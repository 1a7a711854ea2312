import { Alert, Button, Group, PasswordInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AccountApi } from '../api/account.js';
import type { GetAccountResponse } from '../api/types.js';
import pageClasses from '../forms/forms.module.css';
import { PASSWORD, SIGN_IN } from '../fr.js';
import { formatDay } from '../lib/dates.js';
import { errorText } from '../ui/error-text.js';
import { NewPasswordInputs, useNewPassword } from '../ui/new-password.js';
import { useAccountChange } from './use-account.js';

export function PasswordPart({ api, account }: { api: AccountApi; account: GetAccountResponse }) {
  const [current, setCurrent] = useState('');
  const [missing, setMissing] = useState(false);
  const password = useNewPassword();
  const change = useAccountChange(() => api.changePassword(current, password.value));
  const submit = () => {
    setMissing(current === '');
    if (!password.check() || current === '') return;
    change.mutate(undefined, {
      onSuccess: () => {
        setCurrent('');
        password.clear();
        notifications.show({ message: PASSWORD.done });
      },
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {account.passwordChangedAt && (
        <Text size="sm" c="var(--ink-soft)" mb="sm">
          {PASSWORD.changedAt(formatDay(account.passwordChangedAt))}
        </Text>
      )}
      {change.error && (
        <Alert color="red" role="alert" mb="sm">
          {errorText(change.error)}
        </Alert>
      )}
      <div className={pageClasses.options}>
        {/* Password managers want to know whose password it is. */}
        <TextInput label={SIGN_IN.mail} value={account.mail} readOnly autoComplete="username" />
        <PasswordInput
          label={PASSWORD.current}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': SIGN_IN.reveal, tabIndex: 0 }}
          value={current}
          error={missing ? PASSWORD.missing : undefined}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordInputs password={password} />
      </div>
      <Group mt="md">
        <Button type="submit" loading={change.isPending}>
          {PASSWORD.submit}
        </Button>
      </Group>
    </form>
  );
}
