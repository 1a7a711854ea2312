import { ActorKind, DirectoryService, Role } from '@intervia/contracts';
import type { BusClient } from '@intervia/messaging';
import { PLATFORM } from '../../../application/ports/accounts/accounts.js';
import type { Administrator } from '../../../application/ports/neighbours/administrators.js';
import { Administrators } from '../../../application/ports/neighbours/administrators.js';

export class NatsAdministrators extends Administrators {
  constructor(
    private readonly bus: BusClient,
    private readonly operatorMail: string | undefined,
  ) {
    super();
  }

  async of(agencyId: string): Promise<readonly Administrator[]> {
    if (agencyId === PLATFORM) return this.operatorMail ? [{ name: '', mail: this.operatorMail }] : [];
    const caller = { agencyId, actor: { kind: ActorKind.SYSTEM } };
    const { users } = await this.bus.service(DirectoryService).listUsers({ caller });
    return users
      .filter(({ role, mail }) => role === Role.ADMINISTRATOR && mail !== '')
      .map(({ name, mail }) => ({ name, mail }));
  }
}
