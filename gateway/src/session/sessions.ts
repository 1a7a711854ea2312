import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Session, User } from '@intervia/contracts';
import { DirectoryService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { LruMap } from 'toad-cache';
import { csrfTokenOf } from './csrf.js';

/** Who is signed in, for one request. */
export interface SignedIn {
  readonly token: string;
  readonly csrfToken: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly user: User;
  readonly expiresAt: Date;
}

/** A revoked session, or a changed right, is felt by every replica within this time. */
const CACHE_MS = 10_000;
const CACHED_SESSIONS = 5_000;

@Injectable()
export class Sessions {
  private readonly directory: ServiceClient<typeof DirectoryService>;
  private readonly cache = new LruMap<Promise<SignedIn>>(CACHED_SESSIONS, CACHE_MS);

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryService);
  }

  /** @throws INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS */
  async signIn(mail: string, password: string): Promise<SignedIn> {
    const { token, session } = await this.directory.signIn({ mail, password });
    const signedIn = signedInAs(token, session);
    this.cache.set(keyOf(token), Promise.resolve(signedIn));
    return signedIn;
  }

  /** @throws SESSION_EXPIRED */
  find(token: string): Promise<SignedIn> {
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

  async signOut(token: string): Promise<void> {
    await this.directory.signOut({ token });
    this.cache.delete(keyOf(token));
  }

  private async ask(token: string): Promise<SignedIn> {
    const { session } = await this.directory.getSession({ token });
    return signedInAs(token, session);
  }
}

function signedInAs(token: string, session: Session | undefined): SignedIn {
  if (!session?.user || !session.expiresAt) throw new AppError('SESSION_EXPIRED', 'unauthenticated');
  const { agencyId, agencyName, user, expiresAt } = session;
  return {
    token,
    csrfToken: csrfTokenOf(token),
    agencyId,
    agencyName,
    user,
    expiresAt: timestampDate(expiresAt),
  };
}

/** A token given by a stranger may be long; a heap dump should not hold those of others. */
function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
