import { create } from '@bufbuild/protobuf';
import { Clock } from '@intervia/clock';
import { AccessChangedSchema } from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import { isDuplicateKey, pushToOutbox, retryOnConflict, VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { AccountSecurities } from '../../../application/ports/accounts/account-securities.js';
import type { AccountSecurity } from '../../../domain/accounts/account-security.js';
import { noSecurity } from '../../../domain/accounts/account-security.js';
import type { SessionHolder } from '../../../domain/accounts/holder.js';
import type { AccountSecurityDocument } from './account-security.schema.js';
import { ACCOUNT_SECURITY } from './account-security.schema.js';
import { AccessRelay } from './access-relay.js';

@Injectable()
export class AccountSecurityRepository extends AccountSecurities {
  constructor(
    @InjectModel(ACCOUNT_SECURITY) private readonly model: Model<AccountSecurityDocument>,
    private readonly relay: AccessRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(agencyId: string, holder: SessionHolder): Promise<AccountSecurity> {
    const found = await this.model
      .findOne({ _id: keyOf(agencyId, holder), agencyId }, { outbox: 0 })
      .lean<AccountSecurityDocument>();
    return found ? toSecurity(found) : noSecurity(agencyId, holder);
  }

  withPasskey(passkeyId: string): Promise<AccountSecurity | undefined> {
    return this.findOne({ 'passkeys.id': passkeyId });
  }

  withReset(hash: string): Promise<AccountSecurity | undefined> {
    return this.findOne({ 'reset.hash': hash });
  }

  async withSecondFactor(agencyId: string): Promise<ReadonlySet<string>> {
    const found = await this.model
      .find(
        { agencyId, kind: 'user', $or: [{ totp: { $exists: true } }, { 'passkeys.0': { $exists: true } }] },
        { holderId: 1 },
      )
      .lean<{ holderId: string }[]>();
    return new Set(found.map(({ holderId }) => holderId));
  }

  update(
    agencyId: string,
    holder: SessionHolder,
    change: (security: AccountSecurity) => AccountSecurity | undefined,
    tellsAccess = false,
  ): Promise<AccountSecurity> {
    return retryOnConflict(async () => {
      const before = await this.of(agencyId, holder);
      const after = change(before);
      if (!after) return before;
      await this.save(before, after, tellsAccess);
      return { ...after, version: before.version + 1 };
    });
  }

  async tellAccess(agencyId: string, kind: SessionHolder['kind'], ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const at = this.clock.now();
    const operations = ids.map((id) => {
      const outbox = pushToOutbox([accessChanged(agencyId, { kind, id }, at)], at);
      return {
        updateOne: {
          filter: { _id: keyOf(agencyId, { kind, id }), agencyId },
          update: {
            $set: outbox.$set,
            $push: outbox.$push,
            $setOnInsert: { kind, holderId: id, version: 0 },
          },
          upsert: true,
        },
      };
    });
    await this.model.bulkWrite(operations, { ordered: false });
    for (const id of ids) this.relay.notify(keyOf(agencyId, { kind, id }));
  }

  private async findOne(filter: Record<string, string>): Promise<AccountSecurity | undefined> {
    const found = await this.model.findOne(filter, { outbox: 0 }).lean<AccountSecurityDocument>();
    return found ? toSecurity(found) : undefined;
  }

  /** @throws VersionConflict when somebody was quicker */
  private async save(before: AccountSecurity, after: AccountSecurity, tellsAccess: boolean): Promise<void> {
    const { agencyId, holder, version } = before;
    const _id = keyOf(agencyId, holder);
    const at = this.clock.now();
    const outbox = pushToOutbox(tellsAccess ? [accessChanged(agencyId, holder, at)] : [], at);
    const fields = fieldsOf(after);
    const gone = Object.entries(fields).filter(([, value]) => value === undefined);
    const $set = {
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
      kind: holder.kind,
      holderId: holder.id,
      version: version + 1,
      ...outbox.$set,
    };
    const update = {
      $set,
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map(([name]) => [name, 1])) }),
      ...(outbox.$push && { $push: outbox.$push }),
    };
    try {
      const { matchedCount, upsertedCount } = await this.model.updateOne({ _id, agencyId, version }, update, {
        upsert: version === 0,
      });
      if (matchedCount + upsertedCount === 0) throw new VersionConflict(_id);
    } catch (error) {
      if (isDuplicateKey(error)) throw new VersionConflict(_id);
      throw error;
    }
    if (tellsAccess) this.relay.notify(_id);
  }
}

const keyOf = (agencyId: string, { kind, id }: SessionHolder): string => `${agencyId}/${kind}/${id}`;

/** Undefined: taken away. */
const fieldsOf = ({
  totp,
  pendingTotp,
  passkeys,
  recovery,
  devices,
  passwordChangedAt,
  reset,
  challenge,
}: AccountSecurity) => ({
  totp,
  pendingTotp,
  passkeys,
  recovery,
  devices,
  passwordChangedAt,
  reset,
  challenge,
});

function toSecurity(document: AccountSecurityDocument): AccountSecurity {
  const { agencyId, kind, holderId, version, passkeys = [], recovery = [], devices = [] } = document;
  const { totp, pendingTotp, passwordChangedAt, reset, challenge } = document;
  return {
    agencyId,
    holder: { kind, id: holderId },
    version,
    passkeys,
    recovery,
    devices,
    ...(totp && { totp }),
    ...(pendingTotp !== undefined && { pendingTotp }),
    ...(passwordChangedAt && { passwordChangedAt }),
    ...(reset && { reset }),
    ...(challenge && { challenge }),
  };
}

const accessChanged = (agencyId: string, { kind, id }: SessionHolder, occurredAt: Date): OutgoingEvent => ({
  id: randomUUID(),
  agencyId,
  aggregateId: keyOf(agencyId, { kind, id }),
  occurredAt,
  schema: AccessChangedSchema,
  message: create(AccessChangedSchema, { holderId: id, client: kind === 'client' }),
});
