import { BaseController } from './base/base.controller.js';
import { OwnKeyController } from './own-key.controller.js';
import { ProgramGuard } from './program.guard.js';

/** What the LSC desktop calls. */
export const LSC_CONTROLLERS = [OwnKeyController, BaseController];

export const LSC_PROVIDERS = [ProgramGuard];
