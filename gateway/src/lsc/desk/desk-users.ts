import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Clock } from '@intervia/clock';
import { ActorKind, DirectoryService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../../session/sessions.js';
import type { Program } from '../program.guard.js';

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
  async find({ caller: program }: Program, userId: string): Promise<SignedIn> {
    const { agencyId, agencyName } = program;
    const caller = { agencyId, actor: { kind: ActorKind.SYSTEM } };
    const { user, standsInFor } = await this.directory.getUser({ caller, userId });
    const expiresAt = program.expiresAt ? timestampDate(program.expiresAt) : this.clock.now();
    return { token: '', csrfToken: '', agencyId, agencyName, expiresAt, user: user!, standsInFor };
  }
}
