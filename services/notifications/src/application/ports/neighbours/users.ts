import type { Manager } from '../../../domain/facts/facts.js';

export abstract class Users {
  abstract get(agencyId: string, userId: string): Promise<Manager | undefined>;
}
