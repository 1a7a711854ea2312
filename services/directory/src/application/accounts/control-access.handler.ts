import { Injectable } from '@nestjs/common';
import type { Access, AccessControl } from '../../domain/accounts/access.js';
import { decide, decidesTheSame, isSound, withAccess } from '../../domain/accounts/access.js';
import { AccessChangedMeanwhile, AccessWithoutView } from '../../domain/accounts/errors.js';
import type { Origin } from '../../domain/accounts/origin.js';
import type { Role, User } from '../../domain/records.js';
import { AccessControls } from '../ports/accounts/access-controls.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { Users } from '../ports/users.js';
import { LogSecurity } from './log-security.js';
import { SignedInAccounts } from './signed-in-account.js';

interface Decision {
  /** Of the control that was looked at. */
  version: number;
  role: Role;
  /** Absent: as LSC publishes it. */
  access?: Access;
}

/** Manual, "Contrôle des accès", for the administrators of an agency. */
@Injectable()
export class ControlAccessHandler {
  constructor(
    private readonly signedIn: SignedInAccounts,
    private readonly users: Users,
    private readonly controls: AccessControls,
    private readonly securities: AccountSecurities,
    private readonly logSecurity: LogSecurity,
  ) {}

  async read(token: string): Promise<{ control: AccessControl; people: User[] }> {
    const { agencyId } = (await this.signedIn.administrator(token)).account;
    const [control, users] = await Promise.all([this.controls.of(agencyId), this.users.list(agencyId)]);
    return { control, people: users.map((user) => withAccess(user, control)) };
  }

  /**
   * Counts from the next request on, and for open screens at once. What is repeated is told again: the first time may have ended
   * before it was.
   * @throws AccessWithoutView, AccessChangedMeanwhile
   */
  async save(token: string, { version, role, access }: Decision, origin: Origin): Promise<void> {
    const { agencyId, holder } = (await this.signedIn.confirmedAdministrator(token)).account;
    if (access && !isSound(access)) throw new AccessWithoutView();
    const control = await this.controls.of(agencyId);
    if (!decidesTheSame(control, role, access)) {
      const isSaved =
        control.version === version && (await this.controls.save(agencyId, decide(control, role, access)));
      if (!isSaved) throw new AccessChangedMeanwhile();
      await this.logSecurity.of(agencyId, holder, 'settings-changed', origin, `access-of-${role}`);
    }
    const users = await this.users.list(agencyId);
    const concerned = users.filter((user) => user.role === role).map(({ id }) => id);
    await this.securities.tellAccess(agencyId, 'user', concerned);
  }
}
