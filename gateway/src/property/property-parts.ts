import type { Provider, Type } from '@nestjs/common';
import { PropertyDocumentsController } from './documents.controller.js';
import { DraftsController } from './drafts.controller.js';
import { PropertyFilesController } from './files.controller.js';
import { RegisterController } from './register.controller.js';
import { Revisions } from './revisions.js';
import { RulesController } from './rules.controller.js';
import { Speech } from './speech.js';
import { StepContents } from './step-content.js';
import { TenantCommandsController } from './tenant-commands.controller.js';
import { TenantsController } from './tenants.controller.js';

/** What the gateway's module takes from this folder. */
export const PROPERTY_CONTROLLERS: Type[] = [
  DraftsController,
  PropertyFilesController,
  TenantsController,
  TenantCommandsController,
  RegisterController,
  RulesController,
  PropertyDocumentsController,
];

export const PROPERTY_PROVIDERS: Provider[] = [StepContents, Speech, Revisions];
