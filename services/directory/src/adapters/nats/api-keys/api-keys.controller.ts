import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { ApiKeysService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AdministerApiKeysHandler } from '../../../application/api-keys/administer-api-keys.handler.js';
import { OwnApiKeyHandler } from '../../../application/api-keys/own-api-key.handler.js';
import { SignInLinkHandler } from '../../../application/api-keys/sign-in-link.handler.js';
import { originOf } from '../accounts/origin-of.js';
import { fromScopes, toCallerMessage, toKeyMessage } from './api-key.mapper.js';

const { method } = ApiKeysService;

/** Keys of programs: for administrators by their session, for programs by the key itself. */
@Controller()
export class ApiKeysController {
  constructor(
    private readonly administer: AdministerApiKeysHandler,
    private readonly own: OwnApiKeyHandler,
    private readonly links: SignInLinkHandler,
  ) {}

  @RpcMethod(method.listApiKeys)
  async list(
    @Payload() { token }: proto.ListApiKeysRequest,
  ): Promise<MessageInitShape<typeof proto.ListApiKeysResponseSchema>> {
    return { keys: (await this.administer.list(token)).map(toKeyMessage) };
  }

  @RpcMethod(method.createApiKey)
  async create(
    @Payload() { token, name, scopes, expiresAt, device }: proto.CreateApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.CreateApiKeyResponseSchema>> {
    const asked = { name, scopes: fromScopes(scopes), expiresAt: expiresAt && timestampDate(expiresAt) };
    const { key, shownOnce } = await this.administer.create(token, asked, originOf(device));
    return { key: toKeyMessage(key), shownOnce };
  }

  @RpcMethod(method.rotateApiKey)
  async rotate(
    @Payload() { token, keyId, device }: proto.RotateApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.RotateApiKeyResponseSchema>> {
    const { key, shownOnce } = await this.administer.rotate(token, keyId, originOf(device));
    return { key: toKeyMessage(key), shownOnce };
  }

  @RpcMethod(method.revokeApiKey)
  async revoke(
    @Payload() { token, keyId, prefix, device }: proto.RevokeApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.RevokeApiKeyResponseSchema>> {
    return { key: toKeyMessage(await this.administer.revoke(token, keyId, prefix, originOf(device))) };
  }

  @RpcMethod(method.authenticateApiKey)
  async authenticate(
    @Payload() { key, device }: proto.AuthenticateApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.AuthenticateApiKeyResponseSchema>> {
    return { caller: toCallerMessage(await this.own.authenticate(key, originOf(device))) };
  }

  @RpcMethod(method.rotateOwnApiKey)
  async rotateOwn(
    @Payload() { key, device }: proto.RotateOwnApiKeyRequest,
  ): Promise<MessageInitShape<typeof proto.RotateOwnApiKeyResponseSchema>> {
    return this.own.rotate(key, originOf(device));
  }

  @RpcMethod(method.revokeOlderSecret)
  async revokeOlder(
    @Payload() { key, device }: proto.RevokeOlderSecretRequest,
  ): Promise<MessageInitShape<typeof proto.RevokeOlderSecretResponseSchema>> {
    return { revoked: await this.own.endOlder(key, originOf(device)) };
  }

  @RpcMethod(method.issueSignInLink)
  async issueSignInLink(
    @Payload() { key, userId, device }: proto.IssueSignInLinkRequest,
  ): Promise<MessageInitShape<typeof proto.IssueSignInLinkResponseSchema>> {
    const { token, expiresAt } = await this.links.issue(key, userId, originOf(device));
    return { token, expiresAt: timestampFromDate(expiresAt) };
  }
}
