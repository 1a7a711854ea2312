import type { User } from '@intervia/contracts';
import { DirectoryService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { LruMap } from 'toad-cache';
import { callerOf } from '../session/caller.js';
import type { SignedIn } from '../session/sessions.js';

const CACHE_MS = 30_000;
const CACHED_AGENCIES = 200;

/** Users of an agency by id; asked for by every created ticket, changed a few times a year. */
@Injectable()
export class Users {
  private readonly directory: ServiceClient<typeof DirectoryService>;
  private readonly cache = new LruMap<ReadonlyMap<string, User>>(CACHED_AGENCIES, CACHE_MS);

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryService);
  }

  async find(me: SignedIn, userId: string): Promise<User | undefined> {
    return (await this.ofAgency(me)).get(userId);
  }

  private async ofAgency(me: SignedIn): Promise<ReadonlyMap<string, User>> {
    const cached = this.cache.get(me.agencyId);
    if (cached) return cached;
    const { users } = await this.directory.listUsers({ caller: callerOf(me) });
    const byId = new Map(users.map((user) => [user.id, user]));
    this.cache.set(me.agencyId, byId);
    return byId;
  }
}
