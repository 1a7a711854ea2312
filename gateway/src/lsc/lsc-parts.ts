import { OwnKeyController } from './own-key.controller.js';
import { ProgramGuard } from './program.guard.js';

/** What the LSC desktop calls. */
export const LSC_CONTROLLERS = [OwnKeyController];

export const LSC_PROVIDERS = [ProgramGuard];
