import { Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/http/problem.js';
import { ErrorNotice } from '../ui/error-notice.js';
import type { Login } from './api.js';
import { JESTIMO } from './fr.js';
import classes from './jestimo.module.css';

interface Props {
  first: string;
  submit: string;
  error: Error | null;
  isPending: boolean;
  onSave: (login: Login, done: () => void) => void;
  children?: ReactNode;
}

/** Login and password; the password is typed anew at each save. */
export function AccountForm({ first, submit, error, isPending, onSave, children }: Props) {
  const [login, setLogin] = useState(first);
  const [password, setPassword] = useState('');
  const fields = error instanceof ProblemError ? error.fields : [];
  const faultOf = (name: string) => fields.find(({ field }) => field === name)?.detail;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ login, password }, () => setPassword(''));
      }}
    >
      <TextInput
        label={JESTIMO.login}
        required
        autoComplete="off"
        value={login}
        error={faultOf('login')}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <PasswordInput
        label={JESTIMO.password}
        description={JESTIMO.passwordHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        autoComplete="new-password"
        value={password}
        error={faultOf('password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Group className={classes.actions}>
        <Button type="submit" loading={isPending}>
          {submit}
        </Button>
        {children}
      </Group>
      {error && fields.length === 0 && <ErrorNotice error={error} />}
    </form>
  );
}
