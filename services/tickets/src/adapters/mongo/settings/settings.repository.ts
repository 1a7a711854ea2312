import { Clock } from '@intervia/clock';
import { VersionConflict, isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Settings } from '../../../application/ports/settings.js';
import type { Module } from '../../../domain/values/model.js';
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings.js';
import type { ModuleSettings } from '../../../domain/settings/settings.js';
import { SETTINGS } from './settings.schema.js';
import type { SettingsFields } from './settings.schema.js';

/** Each step of each ticket asks for them. */
const FRESH_MS = 5_000;

@Injectable()
export class SettingsRepository extends Settings {
  private readonly kept = new Map<string, { settings: ModuleSettings; until: number }>();

  constructor(
    @InjectModel(SETTINGS) private readonly model: Model<SettingsFields>,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(agencyId: string, module: Module): Promise<ModuleSettings> {
    const kept = this.kept.get(idOf(agencyId, module));
    if (kept && kept.until > this.clock.now().getTime()) return kept.settings;
    return this.latest(agencyId, module);
  }

  async latest(agencyId: string, module: Module): Promise<ModuleSettings> {
    const found = await this.model.findById(idOf(agencyId, module)).lean<SettingsFields>();
    const settings = found ? toSettings(found) : DEFAULT_SETTINGS;
    this.keep(agencyId, module, settings);
    return settings;
  }

  async save(agencyId: string, module: Module, settings: ModuleSettings): Promise<void> {
    const _id = idOf(agencyId, module);
    const fields = { ...settings, agencyId, module };
    if (settings.version === 1) await this.insert({ _id, ...fields });
    else {
      const { matchedCount } = await this.model.updateOne(
        { _id, version: settings.version - 1 },
        { $set: fields },
      );
      if (matchedCount === 0) throw new VersionConflict(_id);
    }
    this.keep(agencyId, module, settings);
  }

  private async insert(fields: SettingsFields): Promise<void> {
    try {
      await this.model.create(fields);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new VersionConflict(fields._id);
    }
  }

  private keep(agencyId: string, module: Module, settings: ModuleSettings): void {
    this.kept.set(idOf(agencyId, module), { settings, until: this.clock.now().getTime() + FRESH_MS });
  }
}

function idOf(agencyId: string, module: Module): string {
  return `${agencyId}:${module}`;
}

function toSettings({
  _id,
  agencyId: _agencyId,
  module: _module,
  dormantDays = DEFAULT_SETTINGS.dormantDays,
  ...settings
}: SettingsFields): ModuleSettings {
  // Saved by releases before, they lack what came since.
  return { ...DEFAULT_SETTINGS, ...settings, dormantDays };
}
