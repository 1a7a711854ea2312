import { CLIENT } from '../fr.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { useClientPasskeySignIn, useClientSecondStep, useClientSignIn } from './api/client-api.js';

export default function ClientSignInPage() {
  const { question, link } = CLIENT.staff;
  return (
    <SignInForm
      title={CLIENT.title}
      tagline={CLIENT.tagline}
      steps={{
        signIn: useClientSignIn(),
        finish: useClientSecondStep(),
        passkey: useClientPasskeySignIn(),
      }}
      forgotten="/client/forgotten"
      other={{ question, link, to: '/' }}
    />
  );
}
