import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StepProof } from '../api/http/session-hooks.js';
import { ProblemError } from '../api/http/problem.js';
import { passkeysSupported } from '../api/passkeys.js';
import type { SecondStepDto } from '../api/types.js';
import { ERRORS, SECOND_STEP, SIGN_IN } from '../fr.js';
import { errorText } from '../ui/error-text.js';

/** A plain 401 here means wrong credentials, whatever the server calls it. */
function refusalText(error: Error): string {
  const isBare401 = error instanceof ProblemError && error.status === 401 && error.message === '';
  return isBare401 ? (ERRORS['INVALID_CREDENTIALS'] ?? '') : errorText(error);
}

interface Credentials {
  mail: string;
  password: string;
}

export interface SignInSteps {
  signIn: UseMutationResult<SecondStepDto | undefined, Error, Credentials>;
  finish: UseMutationResult<unknown, Error, StepProof>;
  passkey: UseMutationResult<unknown, Error, void>;
}

interface Props {
  steps: Pick<SignInSteps, 'signIn' | 'passkey'>;
  /** Of who was signed in. */
  mail?: string;
  /** Above the fields. */
  head: ReactNode;
}

/** The first step: password, or the passkey that stands for both. */
export function CredentialsForm({ steps: { signIn, passkey }, mail = '', head }: Props) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { mail, password: '' },
    validate: {
      mail: (value) => (value.trim() ? null : SIGN_IN.mailMissing),
      password: (value) => (value ? null : SIGN_IN.passwordMissing),
    },
  });
  const error = signIn.error ?? passkey.error;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ mail, password }) => {
        passkey.reset();
        signIn.mutate({ mail: mail.trim(), password });
      })}
    >
      <Stack>
        {head}
        {error && (
          <Alert color="red" role="alert">
            <Text size="sm">{refusalText(error)}</Text>
          </Alert>
        )}
        <TextInput
          label={SIGN_IN.mail}
          type="email"
          autoComplete="username"
          autoFocus={mail === ''}
          size="md"
          key={form.key('mail')}
          {...form.getInputProps('mail')}
        />
        <PasswordInput
          label={SIGN_IN.password}
          autoComplete="current-password"
          data-autofocus
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': SIGN_IN.reveal, tabIndex: 0 }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {SIGN_IN.submit}
        </Button>
        {passkeysSupported() && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconKey size={18} aria-hidden />}
            loading={passkey.isPending}
            onClick={() => {
              signIn.reset();
              passkey.mutate();
            }}
          >
            {SECOND_STEP.passkeySignIn}
          </Button>
        )}
      </Stack>
    </form>
  );
}
