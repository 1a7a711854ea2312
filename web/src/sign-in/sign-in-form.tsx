import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDocumentTitle } from '@mantine/hooks';
import type { UseMutationResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ProblemError } from '../api/http/problem.js';
import { COMMON, ERRORS, SIGN_IN } from '../fr.js';
import { errorText } from '../ui/error-text.js';
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

interface Props {
  title: string;
  tagline: string;
  signIn: UseMutationResult<unknown, Error, Credentials>;
  /** Where people of the other kind sign in. */
  other: { question: string; link: string; to: string };
}

export function SignInForm({ title, tagline, signIn, other }: Props) {
  useDocumentTitle(`${title} · ${COMMON.product}`);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { mail: '', password: '' },
    validate: {
      mail: (value) => (value.trim() ? null : SIGN_IN.mailMissing),
      password: (value) => (value ? null : SIGN_IN.passwordMissing),
    },
  });
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <img src="/intervia.svg" alt="" width={48} height={48} />
        <div>
          <p className={classes.product}>{COMMON.product}</p>
          <p className={classes.tagline}>{tagline}</p>
        </div>
      </div>
      <Paper className={classes.card} shadow="lg" radius="lg" p="xl">
        <form
          noValidate
          onSubmit={form.onSubmit(({ mail, password }) => signIn.mutate({ mail: mail.trim(), password }))}
        >
          <Stack>
            <Title order={1} size="h3">
              {title}
            </Title>
            {signIn.error && (
              <Alert color="red" role="alert">
                <Text size="sm">{refusalText(signIn.error)}</Text>
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
          </Stack>
        </form>
        <p className={classes.other}>
          {other.question} <Link to={other.to}>{other.link}</Link>
        </p>
      </Paper>
    </main>
  );
}
