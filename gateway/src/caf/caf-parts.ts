import { CafFilesController } from './caf-files.controller.js';
import { CafLegalController } from './caf-legal.controller.js';
import { CafSettingsController } from './caf-settings.controller.js';
import { CafStatementsController } from './caf-statements.controller.js';

/** What the gateway's module takes in for the CAF. */
export const CAF_CONTROLLERS = [
  CafSettingsController,
  CafFilesController,
  CafLegalController,
  CafStatementsController,
];
