import { VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, InvalidSettings } from '../../domain/values/errors.js';
import type { Module } from '../../domain/values/model.js';
import { same } from '../../domain/values/same.js';
import { checkSettings } from '../../domain/settings/settings.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import type { Caller } from '../running/caller.js';
import { Settings } from '../ports/settings.js';

/** Manual, "Paramétrer le module". Whose right it is was checked at the door. */
@Injectable()
export class UpdateModuleSettingsHandler {
  constructor(private readonly settings: Settings) {}

  /**
   * @param asked whole, with the version that was read
   * @throws VersionConflict when somebody else saved others meanwhile; saving the same again is a repetition.
   */
  async execute(
    { agencyId, actor }: Caller,
    module: Module | undefined,
    asked: ModuleSettings,
  ): Promise<ModuleSettings> {
    if (actor.kind !== 'USER') throw new ActorNotAllowed('UpdateModuleSettings');
    if (!module) throw new InvalidSettings([{ field: 'module', code: 'REQUIRED' }]);
    const wanted = asked.dormantDays === 0 ? await this.withDormancy(agencyId, module, asked) : asked;
    const problems = checkSettings(module, wanted);
    if (problems.length > 0) throw new InvalidSettings(problems);
    const saved = { ...wanted, version: wanted.version + 1 };
    try {
      await this.settings.save(agencyId, module, saved);
      return saved;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      const latest = await this.settings.latest(agencyId, module);
      if (same(latest, saved)) return latest;
      throw error;
    }
  }

  /** Programs of before do not know of it: it stays as it is. */
  private async withDormancy(
    agencyId: string,
    module: Module,
    asked: ModuleSettings,
  ): Promise<ModuleSettings> {
    const { dormantDays } = await this.settings.latest(agencyId, module);
    return { ...asked, dormantDays };
  }
}
