import type { User } from '@intervia/contracts';
import { ActorKind, DirectoryService } from '@intervia/contracts';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Clock } from '@intervia/clock';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../../session/sessions.js';
import type { Program } from '../program.guard.js';

class UserNotFound extends AppError.of('USER_NOT_FOUND', 'not-found') {}

/**
 * Whom LSC asks for: it signs its users in itself, and names the one who looks. What that user sees here is what the
 * extranet would show, by the same role, boxes and absences.
 */
@Injectable()
export class DeskUsers {
  private readonly directory: ServiceClient<typeof DirectoryService>;

  constructor(
    bus: BusClient,
    private readonly clock: Clock,
  ) {
    this.directory = bus.service(DirectoryService);
  }

  /** @throws USER_NOT_FOUND */
  async find({ caller: { agencyId, agencyName, expiresAt } }: Program, userId: string): Promise<SignedIn> {
    const { users } = await this.directory.listUsers({
      caller: { agencyId, actor: { kind: ActorKind.SYSTEM } },
    });
    const user = users.find(({ id }) => id === userId);
    if (!user) throw new UserNotFound();
    const now = this.clock.now();
    const standsInFor = users.filter((other) => isAbsentFor(other, userId, now)).map(({ id }) => id);
    const until = expiresAt ? timestampDate(expiresAt) : now;
    return { token: '', csrfToken: '', agencyId, agencyName, expiresAt: until, user, standsInFor };
  }
}

function isAbsentFor({ absence }: User, userId: string, now: Date): boolean {
  if (absence?.delegateId !== userId || !absence.from || !absence.until) return false;
  return timestampDate(absence.from) <= now && now < timestampDate(absence.until);
}
