import { Button, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { SIGN_IN_AGAIN } from '../fr.js';
import { CredentialsForm } from './credentials-form.js';
import type { SignInSteps } from './credentials-form.js';
import { SecondStepForm } from './second-step-form.js';

interface Props<S> {
  back: {
    onRefused: (signInAgain: (() => Promise<boolean>) | undefined) => void;
    look: () => Promise<S | null | undefined>;
    giveUp: () => void;
  };
  steps: SignInSteps;
  /** Whoever the page was shown to. */
  session: S;
  mailOf: (session: S) => string;
  idOf: (session: S) => string;
  /** Where somebody else begins who signs in here. */
  home: string;
}

/**
 * A session that ends loses nothing typed: signing in happens over the page, and what was refused is sent again.
 * Who has signed in again in another tab is not asked.
 */
export function SignInAgain<S>({ back, steps, session, mailOf, idOf, home }: Props<S>) {
  const [isOpen, setIsOpen] = useState(false);
  const asked = useRef<{ answer: Promise<boolean>; end: (isBack: boolean) => void } | undefined>(undefined);
  // The page stays who it was shown to, whoever signs in over it.
  const [owner] = useState(() => idOf(session));

  const end = useEffectEvent((isBack: boolean) => {
    setIsOpen(false);
    steps.signIn.reset();
    steps.finish.reset();
    steps.passkey.reset();
    asked.current?.end(isBack);
    asked.current = undefined;
  });
  const lookAgain = useEffectEvent(async () => {
    const found = await back.look();
    if (found && idOf(found) !== owner) window.location.assign(home);
    else if (found) end(true);
    else setIsOpen(true);
  });
  useEffect(() => {
    back.onRefused(() => {
      if (asked.current) return asked.current.answer;
      let end: (isBack: boolean) => void = () => undefined;
      const answer = new Promise<boolean>((resolve) => (end = resolve));
      asked.current = { answer, end };
      void lookAgain();
      return answer;
    });
    return () => back.onRefused(undefined);
    // The door is the same for as long as the page is there.
  }, []);
  const isDone =
    (steps.signIn.isSuccess && !steps.signIn.data) || steps.finish.isSuccess || steps.passkey.isSuccess;
  useEffect(() => {
    if (isOpen && isDone) void lookAgain();
  }, [isOpen, isDone]);

  const leave = (): void => {
    end(false);
    back.giveUp();
  };
  const { signIn, finish } = steps;
  return (
    <Modal
      opened={isOpen}
      onClose={leave}
      title={SIGN_IN_AGAIN.title}
      zIndex={500}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text size="sm">{SIGN_IN_AGAIN.text}</Text>
        {signIn.data ? (
          <SecondStepForm secondStep={signIn.data} finish={finish} onBack={() => signIn.reset()} />
        ) : (
          <CredentialsForm steps={steps} mail={mailOf(session)} head={null} />
        )}
        <Button variant="subtle" color="gray" onClick={leave}>
          {SIGN_IN_AGAIN.leave}
        </Button>
      </Stack>
    </Modal>
  );
}
