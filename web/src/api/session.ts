import type { Session } from './types.js';
import { http } from './http/http.js';
import { sessionHooks } from './http/session-hooks.js';

export const {
  useSession,
  useSignedIn,
  useSignIn,
  useSecondStep,
  usePasskeySignIn,
  useLinkSignIn,
  useSignOut,
  useReturn,
} = sessionHooks<Session>(http, '/api/session');
