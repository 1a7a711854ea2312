import { Button, Input, PasswordInput, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { CHANNELS_PAGE, SIGN_IN } from '../fr.js';
import classes from './delivery.module.css';
import type { TypedSecret } from './typed-channels.js';

interface Props {
  label: string;
  description?: string;
  /** The server has one; it never shows it. */
  isStored: boolean;
  /** A key is pasted whole. */
  isKey?: boolean;
  value: TypedSecret;
  error?: ReactNode;
  onChange: (value: TypedSecret) => void;
}

/** A secret can be replaced, never read. */
export function SecretInput({ label, description, isStored, isKey, value, error, onChange }: Props) {
  const id = useId();
  if (isStored && value === undefined) {
    return (
      <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} error={error}>
        <div className={classes.secret} role="group" aria-labelledby={id}>
          <span className={classes.stored}>
            <IconLock size={16} aria-hidden /> {CHANNELS_PAGE.stored}
          </span>
          <Button
            size="xs"
            variant="default"
            aria-label={CHANNELS_PAGE.replaceNamed(label)}
            onClick={() => onChange('')}
          >
            {CHANNELS_PAGE.replace}
          </Button>
        </div>
      </Input.Wrapper>
    );
  }
  const shared = { label, description, error, value: value ?? '', spellCheck: false };
  return (
    <div>
      {isKey ? (
        <Textarea
          {...shared}
          autoComplete="off"
          minRows={4}
          rows={4}
          placeholder="-----BEGIN PRIVATE KEY-----"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <PasswordInput
          {...shared}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': SIGN_IN.reveal }}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {isStored && (
        <Button size="compact-xs" variant="subtle" mt={4} onClick={() => onChange(undefined)}>
          {CHANNELS_PAGE.keep}
        </Button>
      )}
    </div>
  );
}
