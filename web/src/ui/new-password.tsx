import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { PASSWORD, SIGN_IN } from '../fr.js';

const SHORTEST = 12;

export interface NewPassword {
  value: string;
  again: string;
  errors: { value?: string; again?: string };
  setValue: (value: string) => void;
  setAgain: (value: string) => void;
  /** Whether it may be sent; what is wrong is shown beside it. */
  check: () => boolean;
  clear: () => void;
}

export function useNewPassword(): NewPassword {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<NewPassword['errors']>({});
  const check = () => {
    const found = {
      ...([...value].length < SHORTEST && { value: PASSWORD.tooShort }),
      ...(again !== value && { again: PASSWORD.different }),
    };
    setErrors(found);
    return Object.keys(found).length === 0;
  };
  const clear = () => {
    setValue('');
    setAgain('');
    setErrors({});
  };
  return { value, again, errors, setValue, setAgain, check, clear };
}

/** Twice, because nobody sees what is typed; password managers fill in both. */
export function NewPasswordInputs({ password, size }: { password: NewPassword; size?: 'sm' | 'md' }) {
  const shared = {
    size,
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': SIGN_IN.reveal, tabIndex: 0 },
  };
  return (
    <>
      <PasswordInput
        {...shared}
        label={PASSWORD.next}
        description={PASSWORD.hint}
        value={password.value}
        error={password.errors.value}
        onChange={(event) => password.setValue(event.currentTarget.value)}
      />
      <PasswordInput
        {...shared}
        label={PASSWORD.repeat}
        value={password.again}
        error={password.errors.again}
        onChange={(event) => password.setAgain(event.currentTarget.value)}
      />
    </>
  );
}
