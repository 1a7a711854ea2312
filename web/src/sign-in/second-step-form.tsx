import { Alert, Button, Stack, TextInput, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { StepProof } from '../api/http/session-hooks.js';
import type { SecondStepDto } from '../api/types.js';
import { SECOND_STEP } from '../fr.js';
import { errorText } from '../ui/error-text.js';

interface Props {
  secondStep: SecondStepDto;
  finish: UseMutationResult<unknown, Error, StepProof>;
  onBack: () => void;
}

/** The password was right: a code, a recovery code or a passkey. */
export function SecondStepForm({ secondStep: { step, totp, passkeyOptions }, finish, onBack }: Props) {
  const [recovers, setRecovers] = useState(!totp && passkeyOptions === '');
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const asksForText = totp || recovers;
  const turn = () => {
    setRecovers(!recovers);
    setTyped('');
    setMissing(false);
    finish.reset();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(typed.trim() === '');
        if (typed.trim()) finish.mutate({ step, [recovers ? 'recoveryCode' : 'code']: typed.trim() });
      }}
    >
      <Stack>
        <Title order={1} size="h3">
          {SECOND_STEP.title}
        </Title>
        {finish.error && (
          <Alert color="red" role="alert">
            {errorText(finish.error)}
          </Alert>
        )}
        {passkeyOptions !== '' && (
          <Button
            size="md"
            variant={asksForText ? 'default' : 'filled'}
            leftSection={<IconKey size={18} aria-hidden />}
            loading={finish.isPending && finish.variables.options !== undefined}
            onClick={() => finish.mutate({ step, options: passkeyOptions })}
          >
            {SECOND_STEP.passkey}
          </Button>
        )}
        {asksForText && (
          <TextInput
            key={String(recovers)}
            label={recovers ? SECOND_STEP.recovery : SECOND_STEP.code}
            description={recovers ? SECOND_STEP.recoveryHint : SECOND_STEP.codeHint}
            inputMode={recovers ? 'text' : 'numeric'}
            autoComplete={recovers ? 'off' : 'one-time-code'}
            autoFocus
            size="md"
            value={typed}
            error={missing ? SECOND_STEP.missing : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {asksForText && (
          <Button
            type="submit"
            size="md"
            loading={finish.isPending && finish.variables.options === undefined}
          >
            {SECOND_STEP.submit}
          </Button>
        )}
        {(totp || !recovers) && (
          <Button variant="subtle" onClick={turn}>
            {recovers ? SECOND_STEP.useCode : SECOND_STEP.useRecovery}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onBack}>
          {SECOND_STEP.back}
        </Button>
      </Stack>
    </form>
  );
}
