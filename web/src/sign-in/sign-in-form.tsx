import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { StepProof } from '../api/http/session-hooks.js';
import { ProblemError } from '../api/http/problem.js';
import { passkeysSupported } from '../api/passkeys.js';
import type { SecondStepDto } from '../api/types.js';
import { ERRORS, FORGOTTEN, SECOND_STEP, SIGN_IN } from '../fr.js';
import { errorText } from '../ui/error-text.js';
import { SecondStepForm } from './second-step-form.js';
import { SignInFrame } from './sign-in-frame.js';
import classes from './sign-in.module.css';

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
  title: string;
  tagline: string;
  steps: SignInSteps;
  /** Where a new password is asked for. */
  forgotten: string;
  /** Where people of the other kind sign in. */
  other: { question: string; link: string; to: string };
}

export function SignInForm({ title, tagline, steps, forgotten, other }: Props) {
  const { signIn, finish, passkey } = steps;
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { mail: '', password: '' },
    validate: {
      mail: (value) => (value.trim() ? null : SIGN_IN.mailMissing),
      password: (value) => (value ? null : SIGN_IN.passwordMissing),
    },
  });
  if (signIn.data) {
    const back = () => {
      finish.reset();
      signIn.reset();
    };
    return (
      <SignInFrame title={SECOND_STEP.title} tagline={tagline}>
        <SecondStepForm secondStep={signIn.data} finish={finish} onBack={back} />
      </SignInFrame>
    );
  }
  const error = signIn.error ?? passkey.error;
  return (
    <SignInFrame title={title} tagline={tagline}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ mail, password }) => {
          passkey.reset();
          signIn.mutate({ mail: mail.trim(), password });
        })}
      >
        <Stack>
          <Title order={1} size="h3">
            {title}
          </Title>
          {error && (
            <Alert color="red" role="alert">
              <Text size="sm">{refusalText(error)}</Text>
            </Alert>
          )}
          <TextInput
            label={SIGN_IN.mail}
            type="email"
            autoComplete="username"
            autoFocus
            size="md"
            key={form.key('mail')}
            {...form.getInputProps('mail')}
          />
          <PasswordInput
            label={SIGN_IN.password}
            autoComplete="current-password"
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
      <p className={classes.other}>
        <Link to={forgotten}>{FORGOTTEN.link}</Link>
      </p>
      <p className={classes.other}>
        {other.question} <Link to={other.to}>{other.link}</Link>
      </p>
    </SignInFrame>
  );
}
