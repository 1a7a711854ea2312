import { CLIENT } from '../fr.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { useClientSignIn } from './api/client-api.js';

export default function ClientSignInPage() {
  const { question, link } = CLIENT.staff;
  return (
    <SignInForm
      title={CLIENT.title}
      tagline={CLIENT.tagline}
      signIn={useClientSignIn()}
      other={{ question, link, to: '/' }}
    />
  );
}
