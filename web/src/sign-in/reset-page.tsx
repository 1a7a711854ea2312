import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AccountApi } from '../api/account.js';
import { FORGOTTEN, RESET } from '../fr.js';
import { errorText } from '../ui/error-text.js';
import { NewPasswordInputs, useNewPassword } from '../ui/new-password.js';
import { SignInFrame } from './sign-in-frame.js';
import { takeToken } from './take-token.js';
import classes from './sign-in.module.css';

interface Props {
  api: AccountApi;
  tagline: string;
  home: string;
  forgotten: string;
}

/** Where the link of the mail leads. What stands behind the "#" is taken out of the address at once. */
export function ResetPage({ api, tagline, home, forgotten }: Props) {
  const [token] = useState(takeToken);
  const password = useNewPassword();
  const reset = useMutation({ mutationFn: () => api.reset(token, password.value) });
  return (
    <SignInFrame title={RESET.title} tagline={tagline}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (password.check()) reset.mutate();
        }}
      >
        <Stack>
          <Title order={1} size="h3">
            {RESET.title}
          </Title>
          {reset.isSuccess && (
            <Alert color="teal" role="status">
              <Text size="sm">{RESET.done}</Text>
            </Alert>
          )}
          {token === '' && <Alert color="red">{RESET.incomplete}</Alert>}
          {reset.error && (
            <Alert color="red" role="alert">
              {errorText(reset.error)}
            </Alert>
          )}
          {token !== '' && !reset.isSuccess && (
            <>
              <NewPasswordInputs password={password} size="md" />
              <Button type="submit" size="md" loading={reset.isPending}>
                {RESET.submit}
              </Button>
            </>
          )}
        </Stack>
      </form>
      <p className={classes.other}>
        <Link to={reset.isSuccess ? home : forgotten}>{reset.isSuccess ? FORGOTTEN.back : RESET.again}</Link>
      </p>
    </SignInFrame>
  );
}
