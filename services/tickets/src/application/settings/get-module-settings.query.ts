import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, InvalidSettings } from '../../domain/values/errors.js';
import type { Module } from '../../domain/values/model.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import type { Caller } from '../running/caller.js';
import { Settings } from '../ports/settings.js';

/** Manual, "Paramétrer le module"; the default ones while they were never saved. */
@Injectable()
export class GetModuleSettingsQuery {
  constructor(private readonly settings: Settings) {}

  async execute({ agencyId, actor }: Caller, module: Module | undefined): Promise<ModuleSettings> {
    if (actor.kind !== 'USER' && actor.kind !== 'SYSTEM') {
      throw new ActorNotAllowed('GetModuleSettings');
    }
    if (!module) throw new InvalidSettings([{ field: 'module', code: 'REQUIRED' }]);
    return this.settings.latest(agencyId, module);
  }
}
