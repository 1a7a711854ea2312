import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AccountApi } from '../api/account.js';
import { FORGOTTEN, SIGN_IN } from '../fr.js';
import { errorText } from '../ui/error-text.js';
import { SignInFrame } from './sign-in-frame.js';
import classes from './sign-in.module.css';

interface Props {
  api: AccountApi;
  tagline: string;
  home: string;
}

export function ForgottenPage({ api, tagline, home }: Props) {
  const [mail, setMail] = useState('');
  const [missing, setMissing] = useState(false);
  const ask = useMutation({ mutationFn: () => api.askForReset(mail.trim()) });
  return (
    <SignInFrame title={FORGOTTEN.title} tagline={tagline}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(mail.trim() === '');
          if (mail.trim()) ask.mutate();
        }}
      >
        <Stack>
          <Title order={1} size="h3">
            {FORGOTTEN.title}
          </Title>
          {ask.isSuccess ? (
            <Alert color="teal" role="status">
              <Text size="sm">{FORGOTTEN.sent}</Text>
            </Alert>
          ) : (
            <>
              {ask.error && (
                <Alert color="red" role="alert">
                  {errorText(ask.error)}
                </Alert>
              )}
              <Text size="sm">{FORGOTTEN.hint}</Text>
              <TextInput
                label={SIGN_IN.mail}
                type="email"
                autoComplete="username"
                autoFocus
                size="md"
                value={mail}
                error={missing ? SIGN_IN.mailMissing : undefined}
                onChange={(event) => setMail(event.currentTarget.value)}
              />
              <Button type="submit" size="md" loading={ask.isPending}>
                {FORGOTTEN.submit}
              </Button>
            </>
          )}
        </Stack>
      </form>
      <p className={classes.other}>
        <Link to={home}>{FORGOTTEN.back}</Link>
      </p>
    </SignInFrame>
  );
}
