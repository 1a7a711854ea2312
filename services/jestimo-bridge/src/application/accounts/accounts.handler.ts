import { Clock } from '@intervia/clock';
import type { FieldError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { AccountMissing, InvalidRequest } from '../../domain/values/errors.js';
import type { Caller } from '../caller.js';
import type { Credentials } from '../ports/partner.js';
import { SealedSecrets } from '../ports/sealed-secrets.js';
import type { Account } from '../ports/stores.js';
import { Accounts, Feeds } from '../ports/stores.js';

const LONGEST = 200;
const MOST_USERS = 200;

/** Manual, "Paramétrage": login and password by user; the same may stand with several. */
@Injectable()
export class AccountsHandler {
  constructor(
    private readonly accounts: Accounts,
    private readonly feeds: Feeds,
    private readonly secrets: SealedSecrets,
    private readonly clock: Clock,
  ) {}

  own({ agencyId, userId }: Caller): Promise<Account | undefined> {
    return this.accounts.find(agencyId, userId);
  }

  list({ agencyId }: Caller): Promise<Account[]> {
    return this.accounts.list(agencyId);
  }

  /** Repeated it says the same. @throws InvalidRequest, SecretsNotConfigured */
  async save(
    { agencyId }: Caller,
    userIds: readonly string[],
    login: string,
    password: string,
  ): Promise<Account[]> {
    const faults = [...faultsOf('login', login.trim()), ...faultsOf('password', password)];
    if (userIds.length === 0) faults.push({ field: 'userIds', code: 'REQUIRED' });
    if (userIds.length > MOST_USERS) faults.push({ field: 'userIds', code: 'TOO_MANY' });
    if (faults.length > 0) throw new InvalidRequest(faults);
    const savedAt = this.clock.now();
    const saved = [...new Set(userIds)].map((userId) => ({
      ...{ agencyId, userId, login: login.trim(), savedAt },
      sealedPassword: this.secrets.seal(password, placeOf(agencyId, userId)),
    }));
    await this.accounts.save(saved);
    await this.feeds.wake(agencyId, userIds, savedAt);
    return saved;
  }

  delete({ agencyId }: Caller, userId: string): Promise<void> {
    return this.accounts.delete(agencyId, userId);
  }

  /** @throws AccountMissing */
  async credentials(agencyId: string, userId: string): Promise<Credentials> {
    const account = await this.accounts.find(agencyId, userId);
    if (!account) throw new AccountMissing();
    const { login, sealedPassword } = account;
    return { login, password: this.secrets.open(sealedPassword, placeOf(agencyId, userId)) };
  }
}

const placeOf = (agencyId: string, userId: string): string => `jestimo ${agencyId} ${userId}`;

function faultsOf(field: string, text: string): FieldError[] {
  if (text === '') return [{ field, code: 'REQUIRED' }];
  return text.length > LONGEST ? [{ field, code: 'TOO_LONG' }] : [];
}
