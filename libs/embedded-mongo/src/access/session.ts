import type { Conversation, Keys } from './scram.js';

/** Who may use this server: whoever proves to know the password of these keys, or everybody on this machine. */
export type Access = Keys | 'open';

/** An attempt to sign in that is under way. */
export interface SignIn {
  readonly conversation: Conversation;
  readonly id: number;
  /** The client wants no empty message after the last proof. */
  readonly skipsEmptyExchange: boolean;
  readonly isProven: boolean;
}

/** What a connection is remembered by. */
export interface Session {
  readonly id: number;
  user: string | undefined;
  signIn: SignIn | undefined;
}

export const newSession = (id: number): Session => ({ id, user: undefined, signIn: undefined });

/** What drivers say before they have signed in. */
const BEFORE_SIGN_IN = new Set([
  ...['hello', 'isMaster', 'ismaster', 'ping'],
  ...['saslStart', 'saslContinue', 'logout'],
]);

export const isAllowed = (access: Access, session: Session, command: string): boolean =>
  access === 'open' || session.user !== undefined || BEFORE_SIGN_IN.has(command);
