import { ApiKeyRepository } from './adapters/mongo/api-keys/api-key.repository.js';
import { API_KEY, apiKeySchema } from './adapters/mongo/api-keys/api-key.schema.js';
import { SignInLinkRepository } from './adapters/mongo/api-keys/sign-in-link.repository.js';
import { SIGN_IN_LINK, signInLinkSchema } from './adapters/mongo/api-keys/sign-in-link.schema.js';
import {
  IMPORT,
  IMPORT_RUN,
  importRunSchema,
  importSchema,
  SOURCE_VERSION,
  sourceVersionSchema,
} from './adapters/mongo/imports/import.schema.js';
import { ImportRepository } from './adapters/mongo/imports/import.repository.js';
import { SourceVersionRepository } from './adapters/mongo/imports/source-version.repository.js';
import { ImportsController } from './adapters/nats/imports/imports.controller.js';
import { ApiKeysController } from './adapters/nats/api-keys/api-keys.controller.js';
import { AdministerApiKeysHandler } from './application/api-keys/administer-api-keys.handler.js';
import { MakeSecret } from './application/api-keys/make-secret.js';
import { OwnApiKeyHandler } from './application/api-keys/own-api-key.handler.js';
import { SignInLinkHandler } from './application/api-keys/sign-in-link.handler.js';
import { ImportBaseHandler } from './application/imports/import-base.handler.js';
import { StoreLines } from './application/imports/store-lines.js';
import { Imports, SourceVersions } from './application/ports/imports.js';
import { ApiKeys } from './application/ports/api-keys.js';
import { SignInLinks } from './application/ports/sign-in-links.js';

/** What the LSC desktop asks for: keys of programs, and the base line by line. */
export const lscModels = [
  { name: API_KEY, schema: apiKeySchema },
  { name: SIGN_IN_LINK, schema: signInLinkSchema },
  { name: IMPORT, schema: importSchema },
  { name: IMPORT_RUN, schema: importRunSchema },
  { name: SOURCE_VERSION, schema: sourceVersionSchema },
];

export const lscControllers = [ApiKeysController, ImportsController];

export const lscProviders = [
  MakeSecret,
  AdministerApiKeysHandler,
  OwnApiKeyHandler,
  SignInLinkHandler,
  StoreLines,
  ImportBaseHandler,
  { provide: Imports, useClass: ImportRepository },
  { provide: SourceVersions, useClass: SourceVersionRepository },
  { provide: ApiKeys, useClass: ApiKeyRepository },
  { provide: SignInLinks, useClass: SignInLinkRepository },
];
