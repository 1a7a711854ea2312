import { ApiKeyRepository } from './adapters/mongo/api-keys/api-key.repository.js';
import { API_KEY, apiKeySchema } from './adapters/mongo/api-keys/api-key.schema.js';
import { ApiKeysController } from './adapters/nats/api-keys/api-keys.controller.js';
import { AdministerApiKeysHandler } from './application/api-keys/administer-api-keys.handler.js';
import { MakeSecret } from './application/api-keys/make-secret.js';
import { OwnApiKeyHandler } from './application/api-keys/own-api-key.handler.js';
import { ApiKeys } from './application/ports/api-keys.js';

/** What the LSC desktop asks for: keys of programs. */
export const lscModels = [{ name: API_KEY, schema: apiKeySchema }];

export const lscControllers = [ApiKeysController];

export const lscProviders = [
  MakeSecret,
  AdministerApiKeysHandler,
  OwnApiKeyHandler,
  { provide: ApiKeys, useClass: ApiKeyRepository },
];
