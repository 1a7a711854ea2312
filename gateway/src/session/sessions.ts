import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Party, ProofSchema, SecondStep, Session, User } from '@intervia/contracts';
import { AccountsService, DirectoryService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { LruMap } from 'toad-cache';
import type { SessionCookie } from './cookie.js';
import { CLIENT_COOKIE, SESSION_COOKIE } from './cookie.js';
import { csrfTokenOf } from './csrf.js';
import type { DeviceInit } from './from-device.js';

export type ProofInit = MessageInitShape<typeof ProofSchema>;

export interface AnyoneSignedIn {
  readonly token: string;
  readonly csrfToken: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly expiresAt: Date;
  /** Until when a proof of who it is counts; absent when there was none lately. */
  readonly confirmedUntil?: Date;
}

/** Which member of staff is signed in, for one request. */
export interface SignedIn extends AnyoneSignedIn {
  readonly user: User;
  /** Absent users whose tickets this one sees too. */
  readonly standsInFor: readonly string[];
  /** The agency wants a second factor and there is none: only the own account is open. */
  readonly secondFactorMissing?: boolean;
}

/** Which client is signed in to the clients' extranet. */
export interface SignedInClient extends AnyoneSignedIn {
  readonly client: Party;
}

/** A kind of people who sign in. */
export interface Kind<S> {
  readonly client: boolean;
  readonly cookie: SessionCookie;
  /** @throws SESSION_EXPIRED when it is of the other kind */
  readonly sessionOf: (token: string, session: Session | undefined) => S;
}

export const STAFF: Kind<SignedIn> = { client: false, cookie: SESSION_COOKIE, sessionOf: staffOf };
export const CLIENTS: Kind<SignedInClient> = { client: true, cookie: CLIENT_COOKIE, sessionOf: clientOf };

/** A revoked session, or a changed right, is felt by every replica within this time. */
const CACHE_MS = 10_000;
const CACHED_SESSIONS = 5_000;

/** Sessions of the two kinds, which never meet: the token of one kind is no session of the other. */
@Injectable()
export class Sessions {
  private readonly directory: ServiceClient<typeof DirectoryService>;
  private readonly accounts: ServiceClient<typeof AccountsService>;
  private readonly cache = new LruMap<Promise<Session>>(CACHED_SESSIONS, CACHE_MS);

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryService);
    this.accounts = bus.service(AccountsService);
  }

  /** @throws INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS */
  async signIn<S>(
    { client, sessionOf }: Kind<S>,
    mail: string,
    password: string,
    device: DeviceInit,
  ): Promise<S | SecondStep> {
    const { token, session, secondStep } = await this.directory.signIn({ mail, password, device, client });
    return secondStep ?? sessionOf(token, this.keep(token, session));
  }

  /** @throws STEP_EXPIRED, SECOND_FACTOR_REFUSED, TOO_MANY_ATTEMPTS */
  async finish<S>({ sessionOf }: Kind<S>, step: string, proof: ProofInit, device: DeviceInit): Promise<S> {
    const { token, session } = await this.accounts.finishSignIn({ step, proof, device });
    return sessionOf(token, this.keep(token, session));
  }

  /**
   * By the link that a program of the agency made for its user. Whoever has the session of this user keeps it.
   * @throws SIGN_IN_LINK_SPENT
   */
  async byLink(link: string, current: string, device: DeviceInit): Promise<SignedIn> {
    const { token, session } = await this.accounts.signInByLink({ link, token: current, device });
    return staffOf(token, this.keep(token, session));
  }

  /** What a passkey has to sign, before it is known whose it is. */
  startPasskey({ client }: Kind<unknown>): Promise<{ step: string; options: string }> {
    return this.accounts.startPasskeySignIn({ client });
  }

  /** @throws SESSION_EXPIRED */
  async find<S>({ sessionOf }: Kind<S>, token: string): Promise<S> {
    return sessionOf(token, await this.read(token));
  }

  /** Whatever is remembered of it. @throws SESSION_EXPIRED */
  async findFresh<S>(kind: Kind<S>, token: string): Promise<S> {
    this.forget(token);
    return this.find(kind, token);
  }

  forget(token: string): void {
    this.cache.delete(keyOf(token));
  }

  /** Somebody's sessions ended or rights changed: what is remembered of others is read again, too. */
  forgetAll(): void {
    this.cache.clear();
  }

  async signOut(token: string, device: DeviceInit): Promise<void> {
    await this.directory.signOut({ token, device });
    this.forget(token);
  }

  private keep(token: string, session: Session | undefined): Session | undefined {
    if (session) this.cache.set(keyOf(token), Promise.resolve(session));
    return session;
  }

  private read(token: string): Promise<Session> {
    const key = keyOf(token);
    const cached = this.cache.get(key);
    if (cached) return cached;
    // The promise is kept, so that a page's ten requests ask the directory once.
    const asked = this.ask(token);
    this.cache.set(key, asked);
    asked.catch(() => {
      if (this.cache.get(key) === asked) this.cache.delete(key);
    });
    return asked;
  }

  private async ask(token: string): Promise<Session> {
    const { session } = await this.directory.getSession({ token });
    if (!session) throw new SessionExpired();
    return session;
  }
}

class SessionExpired extends AppError.of('SESSION_EXPIRED', 'unauthenticated') {}

function staffOf(token: string, session: Session | undefined): SignedIn {
  if (!session?.user) throw new SessionExpired();
  const { user, standsInFor, secondFactorMissing } = session;
  return { ...anyone(token, session), user, standsInFor, secondFactorMissing };
}

function clientOf(token: string, session: Session | undefined): SignedInClient {
  if (!session?.client) throw new SessionExpired();
  return { ...anyone(token, session), client: session.client };
}

function anyone(token: string, { agencyId, agencyName, expiresAt, confirmedUntil }: Session): AnyoneSignedIn {
  if (!expiresAt) throw new SessionExpired();
  return {
    token,
    csrfToken: csrfTokenOf(token),
    agencyId,
    agencyName,
    expiresAt: timestampDate(expiresAt),
    ...(confirmedUntil && { confirmedUntil: timestampDate(confirmedUntil) }),
  };
}

/** A token given by a stranger may be long; a heap dump should not hold those of others. */
function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
