import type { Module } from '../../domain/values/model.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';

/** Manual, "Paramétrer le module": one per agency and module. */
export abstract class Settings {
  /** The default ones while they were never saved. What another replica saved may be seen a few seconds late. */
  abstract of(agencyId: string, module: Module): Promise<ModuleSettings>;
  /** As they are now, for somebody who is going to change them. */
  abstract latest(agencyId: string, module: Module): Promise<ModuleSettings>;
  /** @throws VersionConflict unless `settings.version` is one more than what is kept. */
  abstract save(agencyId: string, module: Module, settings: ModuleSettings): Promise<void>;
}
