import { isDuplicateKey, VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { SettingsStore } from '../../application/ports/stores.js';
import type { Versioned } from '../../application/ports/stores.js';
import type { EntitySettings, Station } from '../../domain/settings/settings.js';
import { NAMES } from './schemas.js';
import type { SettingsDoc, StationDoc } from './schemas.js';

/** An agency has a few entities and stations, and tens of versions. */
const MOST = 1_000;
const SHOWN = 100;

@Injectable()
export class MongoSettings extends SettingsStore {
  constructor(
    @InjectModel(NAMES.settings) private readonly settingsDocs: Model<SettingsDoc>,
    @InjectModel(NAMES.stations) private readonly stationDocs: Model<StationDoc>,
  ) {
    super();
  }

  override async saveSettings(agencyId: string, saved: Versioned<EntitySettings>): Promise<void> {
    const { entityId } = saved.value;
    const _id = `${agencyId}.${entityId}.${saved.version}`;
    await onlyOnce(_id, this.settingsDocs.create({ _id, agencyId, entityId, ...saved }));
  }

  override async settings(
    agencyId: string,
    entityId: string,
  ): Promise<Versioned<EntitySettings> | undefined> {
    const found = await this.settingsDocs
      .findOne({ agencyId, entityId })
      .sort({ version: -1 })
      .lean<SettingsDoc>();
    return found ?? undefined;
  }

  override versions(agencyId: string, entityId: string): Promise<Versioned<EntitySettings>[]> {
    return this.settingsDocs
      .find({ agencyId, entityId })
      .sort({ version: -1 })
      .limit(SHOWN)
      .lean<SettingsDoc[]>();
  }

  override async allSettings(agencyId: string): Promise<Versioned<EntitySettings>[]> {
    const found = await this.settingsDocs
      .find({ agencyId })
      .sort({ entityId: 1, version: -1 })
      .limit(MOST)
      .lean<SettingsDoc[]>();
    return newest(found, ({ entityId }) => entityId);
  }

  override async saveStation(agencyId: string, saved: Versioned<Station>): Promise<void> {
    const stationId = saved.value.id;
    const _id = `${agencyId}.${stationId}.${saved.version}`;
    await onlyOnce(_id, this.stationDocs.create({ _id, agencyId, stationId, ...saved }));
  }

  override async station(agencyId: string, stationId: string): Promise<Versioned<Station> | undefined> {
    const found = await this.stationDocs
      .findOne({ agencyId, stationId })
      .sort({ version: -1 })
      .lean<StationDoc>();
    return found ?? undefined;
  }

  override async stations(agencyId: string): Promise<Versioned<Station>[]> {
    const found = await this.stationDocs
      .find({ agencyId })
      .sort({ stationId: 1, version: -1 })
      .limit(MOST)
      .lean<StationDoc[]>();
    return newest(found, ({ stationId }) => stationId);
  }

  override async everyStation(): Promise<{ agencyId: string; station: Station }[]> {
    const found = await this.stationDocs
      .find()
      .sort({ agencyId: 1, stationId: 1, version: -1 })
      .lean<StationDoc[]>();
    const last = newest(found, ({ agencyId, stationId }) => `${agencyId} ${stationId}`);
    return last.map(({ agencyId, value }) => ({ agencyId, station: value }));
  }

  override agencies(): Promise<string[]> {
    return this.settingsDocs.distinct('agencyId').exec();
  }
}

function newest<T extends { version: number }>(found: readonly T[], key: (one: T) => string): T[] {
  const last = new Map<string, T>();
  for (const one of found) if ((last.get(key(one))?.version ?? -1) < one.version) last.set(key(one), one);
  return [...last.values()];
}

/** A version is written once: who comes second had not seen it. */
async function onlyOnce(id: string, write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw isDuplicateKey(error) ? new VersionConflict(id) : error;
  }
}
