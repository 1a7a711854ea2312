import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { FORGOTTEN, SECOND_STEP } from '../fr.js';
import { CredentialsForm } from './credentials-form.js';
import type { SignInSteps } from './credentials-form.js';
import { SecondStepForm } from './second-step-form.js';
import { SignInFrame } from './sign-in-frame.js';
import classes from './sign-in.module.css';

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
  const { signIn, finish } = steps;
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
  return (
    <SignInFrame title={title} tagline={tagline}>
      <CredentialsForm
        steps={steps}
        head={
          <Title order={1} size="h3">
            {title}
          </Title>
        }
      />
      <p className={classes.other}>
        <Link to={forgotten}>{FORGOTTEN.link}</Link>
      </p>
      <p className={classes.other}>
        {other.question} <Link to={other.to}>{other.link}</Link>
      </p>
    </SignInFrame>
  );
}
