import { SystemClock } from '@intervia/clock';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { ApiKeysService, ApiScope } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const { method } = ApiKeysService;

/** A key of agency `a` that opens everything. */
export const KEY = 'itv_AAAAAAAAAAAA_everything';
/** One of agency `b`. */
export const OTHER_KEY = 'itv_BBBBBBBBBBBB_everything';
/** One of agency `a` that opens nothing. */
export const SCOPELESS_KEY = 'itv_CCCCCCCCCCCC_nothing';

const ALL = [ApiScope.BASE_WRITE, ApiScope.CHANGES_READ, ApiScope.TICKETS_READ, ApiScope.TICKETS_OPEN];
const CALLERS: Readonly<Record<string, MessageInitShape<typeof proto.ApiCallerSchema>>> = {
  [KEY]: { agencyId: 'a', keyId: 'key-a', name: 'LSC', scopes: ALL },
  [OTHER_KEY]: { agencyId: 'b', keyId: 'key-b', name: 'LSC', scopes: ALL },
  [SCOPELESS_KEY]: { agencyId: 'a', keyId: 'key-c', name: 'LSC' },
};

/** Keys of two agencies. */
@Controller()
export class FakeApiKeys {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(method.listApiKeys)
  async list(
    @Payload() request: proto.ListApiKeysRequest,
  ): Promise<MessageInitShape<typeof proto.ListApiKeysResponseSchema>> {
    this.state.note('listApiKeys', request);
    return { keys: [{ id: 'key-a', name: 'LSC' }] };
  }

  @RpcMethod(method.createApiKey)
  async create(
    @Payload() request: proto.CreateApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.CreateApiKeyResponseSchema>> {
    this.state.note('createApiKey', request);
    return { key: { id: 'key-a', name: request.name }, shownOnce: KEY };
  }

  @RpcMethod(method.rotateApiKey)
  async rotate(
    @Payload() request: proto.RotateApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.RotateApiKeyResponseSchema>> {
    this.state.note('rotateApiKey', request);
    return { key: { id: request.keyId }, shownOnce: KEY };
  }

  @RpcMethod(method.revokeApiKey)
  async revoke(
    @Payload() request: proto.RevokeApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.RevokeApiKeyResponseSchema>> {
    this.state.note('revokeApiKey', request);
    return { key: { id: request.keyId } };
  }

  @RpcMethod(method.authenticateApiKey)
  async authenticate(
    @Payload() { key }: proto.AuthenticateApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.AuthenticateApiKeyResponseSchema>> {
    const caller = CALLERS[key];
    if (!caller) throw new AppError('API_KEY_INVALID', 'unauthenticated');
    return { caller };
  }

  @RpcMethod(method.rotateOwnApiKey)
  async rotateOwn(
    @Payload() request: proto.RotateOwnApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.RotateOwnApiKeyResponseSchema>> {
    this.state.note('rotateOwnApiKey', request);
    return { shownOnce: OTHER_KEY, prefix: 'itv_BBBBBBBBBBBB' };
  }

  @RpcMethod(method.revokeOlderSecret)
  async revokeOlder(
    @Payload() request: proto.RevokeOlderSecretRequest,
  ): Promise<MessageInitShape<typeof proto.RevokeOlderSecretResponseSchema>> {
    this.state.note('revokeOlderSecret', request);
    return { revoked: 1 };
  }

  @RpcMethod(method.issueSignInLink)
  async issueSignInLink(
    @Payload() request: proto.IssueSignInLinkRequest,
  ): Promise<MessageInitShape<typeof proto.IssueSignInLinkResponseSchema>> {
    this.state.note('issueSignInLink', request);
    return { token: 'the-secret', expiresAt: timestampFromDate(new SystemClock().now()) };
  }
}
