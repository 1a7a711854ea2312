import { ActorKind, DirectoryService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { Users } from '../../../application/ports/neighbours/users.js';
import type { Manager } from '../../../domain/facts/facts.js';

@Injectable()
export class NatsUsers extends Users {
  constructor(private readonly bus: BusClient) {
    super();
  }

  async get(agencyId: string, userId: string): Promise<Manager | undefined> {
    const caller = { agencyId, actor: { kind: ActorKind.USER, id: userId } };
    const { users } = await this.bus.service(DirectoryService).listUsers({ caller });
    const user = users.find(({ id }) => id === userId);
    return user && { id: user.id, name: user.name, mail: user.mail, phone: user.phone };
  }
}
