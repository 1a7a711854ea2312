import { usePasskeySignIn, useSecondStep, useSignIn } from '../api/session.js';
import { COMMON, SIGN_IN } from '../fr.js';
import { SignInForm } from './sign-in-form.js';

export default function SignInPage() {
  const { question, link } = SIGN_IN.clients;
  return (
    <SignInForm
      title={SIGN_IN.title}
      tagline={COMMON.tagline}
      steps={{ signIn: useSignIn(), finish: useSecondStep(), passkey: usePasskeySignIn() }}
      forgotten="/forgotten"
      other={{ question, link, to: '/client' }}
    />
  );
}
