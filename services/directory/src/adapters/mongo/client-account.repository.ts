import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ClientAccountWithHash, FoundClientAccount } from '../../application/ports/client-accounts.js';
import { ClientAccounts } from '../../application/ports/client-accounts.js';
import type { ClientAccountDocument } from './client-account.schema.js';
import { CLIENT_ACCOUNT } from './client-account.schema.js';
import {
  knownIds,
  publishedHashes,
  publishedPassword,
  setPassword,
  signInAccount,
  upsertAccounts,
} from './published.js';

@Injectable()
export class ClientAccountRepository extends ClientAccounts {
  constructor(@InjectModel(CLIENT_ACCOUNT) private readonly model: Model<ClientAccountDocument>) {
    super();
  }

  upsert(agencyId: string, accounts: readonly ClientAccountWithHash[]): Promise<void> {
    return upsertAccounts(
      this.model,
      accounts.map(({ account: { partyId, mail }, passwordHash }) => ({
        agencyId,
        id: partyId,
        mail,
        ...publishedPassword(passwordHash),
      })),
    );
  }

  passwordHashes(agencyId: string, partyIds: readonly string[]): Promise<Map<string, string>> {
    return publishedHashes(this.model, agencyId, partyIds);
  }

  async owners(agencyId: string, mails: readonly string[]): Promise<Map<string, string>> {
    const found = await this.model.find({ mail: { $in: mails }, agencyId }).lean<ClientAccountDocument[]>();
    return new Map(found.map(({ mail, id }) => [mail, id]));
  }

  async withMail(mail: string): Promise<FoundClientAccount[]> {
    const found = await this.model.find({ mail }).sort({ agencyId: 1 }).lean<ClientAccountDocument[]>();
    return found.map(({ agencyId, id, passwordHash }) => ({ agencyId, partyId: id, passwordHash }));
  }

  async exists(agencyId: string, partyId: string): Promise<boolean> {
    return (await knownIds(this.model, agencyId, [partyId])).has(partyId);
  }

  account(agencyId: string, partyId: string): Promise<{ mail: string; passwordHash?: string } | undefined> {
    return signInAccount(this.model, agencyId, partyId);
  }

  setPassword(agencyId: string, partyId: string, passwordHash: string): Promise<void> {
    return setPassword(this.model, agencyId, partyId, passwordHash);
  }
}
