import { usePasskeySignIn, useReturn, useSecondStep, useSession, useSignIn } from '../api/session.js';
import { SignInAgain } from './sign-in-again.js';

/** Of the agency's extranet. */
export function StaffSignInAgain() {
  const steps = { signIn: useSignIn(), finish: useSecondStep(), passkey: usePasskeySignIn() };
  const back = useReturn();
  const { data: session } = useSession();
  if (!session) return null;
  return (
    <SignInAgain
      back={back}
      steps={steps}
      session={session}
      mailOf={({ user }) => user.mail}
      idOf={({ user }) => user.id}
      home="/"
    />
  );
}
