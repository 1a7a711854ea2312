import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { ApiScope as ProtoScope } from '@intervia/contracts';
import type { Program } from '../../../application/api-keys/own-api-key.handler.js';
import type { ApiKey, ApiScope } from '../../../domain/api-keys/api-key.js';

const SCOPES: Readonly<Record<ApiScope, ProtoScope>> = {
  'base:write': ProtoScope.BASE_WRITE,
  'changes:read': ProtoScope.CHANGES_READ,
  'tickets:read': ProtoScope.TICKETS_READ,
  'tickets:open': ProtoScope.TICKETS_OPEN,
};
const BY_NUMBER = new Map(Object.entries(SCOPES).map(([scope, number]) => [number, scope as ApiScope]));

/** Those of a newer caller are left out. */
export const fromScopes = (scopes: readonly ProtoScope[]): ApiScope[] =>
  scopes.flatMap((scope) => BY_NUMBER.get(scope) ?? []);

const moment = (date: Date | undefined) => date && timestampFromDate(date);

export const toKeyMessage = (key: ApiKey): MessageInitShape<typeof proto.ApiKeySchema> => ({
  id: key.id,
  name: key.name,
  scopes: key.scopes.map((scope) => SCOPES[scope]),
  createdAt: moment(key.createdAt),
  createdBy: key.createdBy,
  expiresAt: moment(key.expiresAt),
  revokedAt: moment(key.revokedAt),
  secrets: key.secrets.map(({ prefix, createdAt, lastUsedAt, addresses }) => ({
    prefix,
    createdAt: moment(createdAt),
    lastUsedAt: moment(lastUsedAt),
    lastAddress: addresses.at(-1) ?? '',
  })),
});

export const toCallerMessage = ({
  key,
  secret,
  agencyName,
}: Program): MessageInitShape<typeof proto.ApiCallerSchema> => ({
  agencyId: key.agencyId,
  agencyName,
  keyId: key.id,
  name: key.name,
  scopes: key.scopes.map((scope) => SCOPES[scope]),
  expiresAt: moment(key.expiresAt),
  prefix: secret.prefix,
  liveSecrets: key.secrets.length,
});
