import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Claim, TakenKey } from '../../../../application/ports/property/key-claims.js';
import { KeyClaims } from '../../../../application/ports/property/key-claims.js';
import type { FileKey, KeyKind } from '../../../../domain/property/keys.js';
import { keyText } from '../../../../domain/property/keys.js';
import type { BuildingDocument } from '../../places/building.schema.js';
import { BUILDING } from '../../places/building.schema.js';
import type { UnitDocument } from '../../places/unit.schema.js';
import { UNIT } from '../../places/unit.schema.js';
import type { KeyClaimDocument } from './key-claim.schema.js';
import { KEY_CLAIM } from './key-claim.schema.js';

const idOf = (agencyId: string, key: FileKey): string => `${agencyId}/${keyText(key)}`;

/** A claim says more of a key than the record that LSC published under it. */
function withPublished(claimed: readonly TakenKey[], published: readonly TakenKey[]): TakenKey[] {
  const known = new Set(claimed.map(({ key }) => keyText(key)));
  return [...claimed, ...published.filter(({ key }) => !known.has(keyText(key)))];
}

@Injectable()
export class KeyClaimRepository extends KeyClaims {
  constructor(
    @InjectModel(KEY_CLAIM) private readonly model: Model<KeyClaimDocument>,
    @InjectModel(BUILDING) private readonly buildings: Model<BuildingDocument>,
    @InjectModel(UNIT) private readonly units: Model<UnitDocument>,
  ) {
    super();
  }

  async claim(agencyId: string, commandId: string, claims: readonly Claim[]): Promise<TakenKey[]> {
    if (claims.length === 0) return [];
    const holders = new Map(claims.map(({ key, holderId }) => [keyText(key), holderId]));
    const keys = claims.map(({ key }) => key);
    const claimed = await this.standing(agencyId, commandId, claims);
    return withPublished(claimed, await this.withoutClaim(agencyId, keys)).filter(
      ({ key, holderId }) => holders.get(keyText(key)) !== holderId,
    );
  }

  async keep(agencyId: string, commandId: string): Promise<void> {
    await this.model.updateMany({ agencyId, commandId }, { $unset: { commandId: 1 } });
  }

  async release(agencyId: string, commandId: string): Promise<void> {
    await this.model.deleteMany({ agencyId, commandId });
  }

  async retain(agencyId: string, holderId: string, keys: readonly FileKey[]): Promise<void> {
    const kept = keys.map((key) => idOf(agencyId, key));
    await this.model.deleteMany({ agencyId, holderId, _id: { $nin: kept }, commandId: { $exists: false } });
  }

  async find(agencyId: string, keys: readonly FileKey[]): Promise<TakenKey[]> {
    if (keys.length === 0) return [];
    const [claimed, published] = await Promise.all([
      this.claimed(agencyId, keys),
      this.withoutClaim(agencyId, keys),
    ]);
    return withPublished(claimed, published);
  }

  /**
   * Inserts until each key stands there, for us or for others. A key whose holder freed it between our refused insert
   * and our look is nobody's: taking it for ours gave one code to two parties.
   * @returns those that were there before; none where all are new
   */
  private async standing(
    agencyId: string,
    commandId: string,
    claims: readonly Claim[],
  ): Promise<readonly TakenKey[]> {
    const keys = claims.map(({ key }) => key);
    for (;;) {
      if (await this.insert(agencyId, commandId, claims)) return [];
      const claimed = await this.claimed(agencyId, keys);
      const there = new Set(claimed.map(({ key }) => keyText(key)));
      if (keys.every((key) => there.has(keyText(key)))) return claimed;
    }
  }

  private async claimed(agencyId: string, keys: readonly FileKey[]): Promise<TakenKey[]> {
    const found = await this.model
      .find({ _id: { $in: keys.map((key) => idOf(agencyId, key)) }, agencyId })
      .lean<KeyClaimDocument[]>();
    return found.map(({ kind, scope, value, holderId, commandId }) => ({
      key: { kind: kind as KeyKind, scope, value },
      holderId,
      reserved: commandId !== undefined,
    }));
  }

  private async withoutClaim(agencyId: string, keys: readonly FileKey[]): Promise<TakenKey[]> {
    const found = await Promise.all([
      this.published(this.buildings, agencyId, 'building-code', keys),
      this.published(this.units, agencyId, 'management-code', keys),
    ]);
    return found.flat();
  }

  /** Records that LSC published without a file have their reference, and no claim. */
  private async published(
    model: Pick<Model<BuildingDocument>, 'find'> | Pick<Model<UnitDocument>, 'find'>,
    agencyId: string,
    kind: KeyKind,
    keys: readonly FileKey[],
  ): Promise<TakenKey[]> {
    const values = keys.filter((key) => key.kind === kind).map(({ value }) => value);
    if (values.length === 0) return [];
    const find = (
      model as Pick<Model<{ agencyId: string; id: string; reference: string }>, 'find'>
    ).find.bind(model);
    const found = await find({ agencyId, reference: { $in: values } }, { _id: 0, id: 1, reference: 1 }).lean<
      { id: string; reference: string }[]
    >();
    return found.map(({ id, reference }) => ({
      key: { kind, scope: '', value: reference },
      holderId: id,
      reserved: false,
    }));
  }

  /** Those that are there already stay as they are. @returns whether none was */
  private async insert(agencyId: string, commandId: string, claims: readonly Claim[]): Promise<boolean> {
    const documents = claims.map(({ key, holderId }) => ({
      ...key,
      _id: idOf(agencyId, key),
      agencyId,
      holderId,
      commandId,
    }));
    try {
      await this.model.insertMany(documents, { ordered: false });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }
}
