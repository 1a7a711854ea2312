import type { Session } from './types.js';
import { http } from './http/http.js';
import { sessionHooks } from './http/session-hooks.js';

export const { useSession, useSignedIn, useSignIn, useSignOut } = sessionHooks<Session>(http, '/api/session');
