import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { headerFaults, settingsProblems } from '../../domain/settings/settings.js';
import type { EntitySettings, Station } from '../../domain/settings/settings.js';
import { SettingsInvalid } from '../../domain/values/errors.js';
import type { Fault } from '../../domain/values/fault.js';
import { byName } from '../caller.js';
import type { Command } from '../caller.js';
import { Folders } from '../ports/folders.js';
import { Layouts } from '../ports/layouts.js';
import { SettingsStore } from '../ports/stores.js';
import type { Versioned } from '../ports/stores.js';
import { Tenants } from '../ports/tenants.js';
import type { Entity } from '../ports/tenants.js';

export interface EntityView {
  entity: Entity;
  settings?: Versioned<EntitySettings>;
  faults: readonly Fault[];
}

export interface StationView {
  saved: Versioned<Station>;
  pickupPath: string;
  statementsPath: string;
  writable: boolean;
}

const FOLDER = /^[^\0]{0,200}$/;

/** Settings by entity and by technical station; each change is a version. */
@Injectable()
export class SettingsHandler {
  constructor(
    private readonly store: SettingsStore,
    private readonly tenants: Tenants,
    private readonly folders: Folders,
    private readonly layouts: Layouts,
    private readonly clock: Clock,
  ) {}

  async list(agencyId: string): Promise<{ entities: EntityView[]; stations: StationView[] }> {
    const [entities, settings, stations] = await Promise.all([
      this.tenants.entities(agencyId),
      this.store.allSettings(agencyId),
      this.store.stations(agencyId),
    ]);
    const views = entities.map((entity) => {
      const found = settings.find(({ value }) => value.entityId === entity.id);
      const station = stations.find(({ value }) => value.id === found?.value.stationId)?.value;
      return { entity, settings: found, faults: found ? headerFaults(found.value, station) : [] };
    });
    return {
      entities: views,
      stations: await Promise.all(stations.map((saved) => this.viewOf(agencyId, saved))),
    };
  }

  /** @param seen the version that the caller had in sight; 0 for none */
  async save(command: Command, value: EntitySettings, seen: number): Promise<Versioned<EntitySettings>> {
    const { agencyId } = command.caller;
    const problems = settingsProblems(value);
    if (problems.length > 0) throw new SettingsInvalid(problems);
    for (const [message, id] of Object.entries(value.layouts)) if (id) this.layouts.get(message, id);
    const known = await this.store.settings(agencyId, value.entityId);
    if (known && known.commandId === command.commandId) return known;
    const saved = this.versionOf(command, value, seen);
    await this.store.saveSettings(agencyId, saved);
    return saved;
  }

  versions(agencyId: string, entityId: string): Promise<Versioned<EntitySettings>[]> {
    return this.store.versions(agencyId, entityId);
  }

  async saveStation(command: Command, value: Station, seen: number): Promise<StationView> {
    const { agencyId } = command.caller;
    const problems: { field: string; code: 'SETTING_MISSING' | 'SETTING_INVALID' }[] = [];
    if (!value.name.trim()) problems.push({ field: 'name', code: 'SETTING_MISSING' });
    if (!FOLDER.test(value.pickupFolder)) problems.push({ field: 'pickupFolder', code: 'SETTING_INVALID' });
    if (!FOLDER.test(value.statementsFolder))
      problems.push({ field: 'statementsFolder', code: 'SETTING_INVALID' });
    const known = await this.store.station(agencyId, value.id);
    if (known && known.commandId === command.commandId) return this.viewOf(agencyId, known);
    for (const field of ['pickupFolder', 'statementsFolder'] as const) {
      if (problems.length > 0 || !value[field]) continue;
      await this.folders
        .prepare(agencyId, value[field])
        .catch(() => problems.push({ field, code: 'SETTING_INVALID' }));
    }
    if (problems.length > 0) throw new SettingsInvalid(problems);
    const saved = this.versionOf(command, value, seen);
    await this.store.saveStation(agencyId, saved);
    return this.viewOf(agencyId, saved);
  }

  private versionOf<T>({ caller, commandId }: Command, value: T, seen: number): Versioned<T> {
    return { version: seen + 1, savedAt: this.clock.now(), savedBy: byName(caller), commandId, value };
  }

  private async viewOf(agencyId: string, saved: Versioned<Station>): Promise<StationView> {
    const { pickupFolder, statementsFolder } = saved.value;
    const path = (folder: string) => (folder ? this.folders.pathOf(agencyId, folder) : '');
    return {
      saved,
      pickupPath: path(pickupFolder),
      statementsPath: path(statementsFolder),
      writable: pickupFolder !== '' && (await this.folders.isWritable(agencyId, pickupFolder)),
    };
  }
}
