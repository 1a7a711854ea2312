import { Injectable } from '@nestjs/common';
import { withAccess } from '../domain/accounts/access.js';
import type { User } from '../domain/records.js';
import { AccessControls } from './ports/accounts/access-controls.js';
import { Users } from './ports/users.js';

/** The staff by name, with the rights that count. */
@Injectable()
export class ListUsersQuery {
  constructor(
    private readonly users: Users,
    private readonly access: AccessControls,
  ) {}

  async execute(agencyId: string): Promise<User[]> {
    const [users, control] = await Promise.all([this.users.list(agencyId), this.access.of(agencyId)]);
    return users.map((user) => withAccess(user, control));
  }
}
