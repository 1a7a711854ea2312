import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Party, Session, User } from '@intervia/contracts';
import { DirectoryService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { LruMap } from 'toad-cache';
import { csrfTokenOf } from './csrf.js';

interface AnyoneSignedIn {
  readonly token: string;
  readonly csrfToken: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly expiresAt: Date;
}

/** Which member of staff is signed in, for one request. */
export interface SignedIn extends AnyoneSignedIn {
  readonly user: User;
  /** Absent users whose tickets this one sees too. */
  readonly standsInFor: readonly string[];
}

/** Which client is signed in to the clients' extranet. */
export interface SignedInClient extends AnyoneSignedIn {
  readonly client: Party;
}

/** A revoked session, or a changed right, is felt by every replica within this time. */
const CACHE_MS = 10_000;
const CACHED_SESSIONS = 5_000;

/** Sessions of the two kinds, which never meet: the token of one kind is no session of the other. */
@Injectable()
export class Sessions {
  private readonly directory: ServiceClient<typeof DirectoryService>;
  private readonly cache = new LruMap<Promise<Session>>(CACHED_SESSIONS, CACHE_MS);

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryService);
  }

  /** @throws INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS */
  async signIn(mail: string, password: string): Promise<SignedIn> {
    return staffOf(...(await this.open(mail, password, false)));
  }

  /** @throws INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS */
  async signInClient(mail: string, password: string): Promise<SignedInClient> {
    return clientOf(...(await this.open(mail, password, true)));
  }

  /** @throws SESSION_EXPIRED */
  async find(token: string): Promise<SignedIn> {
    return staffOf(token, await this.read(token));
  }

  /** @throws SESSION_EXPIRED */
  async findClient(token: string): Promise<SignedInClient> {
    return clientOf(token, await this.read(token));
  }

  async signOut(token: string): Promise<void> {
    await this.directory.signOut({ token });
    this.cache.delete(keyOf(token));
  }

  private async open(
    mail: string,
    password: string,
    client: boolean,
  ): Promise<[token: string, session: Session | undefined]> {
    const { token, session } = await this.directory.signIn({ mail, password, client });
    if (session) this.cache.set(keyOf(token), Promise.resolve(session));
    return [token, session];
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

class SessionExpired extends AppError {
  constructor() {
    super('SESSION_EXPIRED', 'unauthenticated');
  }
}

function staffOf(token: string, session: Session | undefined): SignedIn {
  if (!session?.user) throw new SessionExpired();
  return { ...anyone(token, session), user: session.user, standsInFor: session.standsInFor };
}

function clientOf(token: string, session: Session | undefined): SignedInClient {
  if (!session?.client) throw new SessionExpired();
  return { ...anyone(token, session), client: session.client };
}

function anyone(token: string, { agencyId, agencyName, expiresAt }: Session): AnyoneSignedIn {
  if (!expiresAt) throw new SessionExpired();
  return {
    token,
    csrfToken: csrfTokenOf(token),
    agencyId,
    agencyName,
    expiresAt: timestampDate(expiresAt),
  };
}

/** A token given by a stranger may be long; a heap dump should not hold those of others. */
function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
