import { Injectable } from '@nestjs/common';
import type { User } from '../domain/records.js';
import { Users } from './ports/users.js';

@Injectable()
export class ListUsersQuery {
  constructor(private readonly users: Users) {}

  execute(agencyId: string): Promise<User[]> {
    return this.users.list(agencyId);
  }
}
