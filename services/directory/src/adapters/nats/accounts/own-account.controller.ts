import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { AccountsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ConfirmHandler } from '../../../application/accounts/confirm.handler.js';
import { OwnSessionsHandler } from '../../../application/accounts/own-sessions.handler.js';
import { hasTotp } from '../../../domain/accounts/account-security.js';
import { SHORTEST_PASSWORD } from '../../../domain/accounts/password-policy.js';
import { originOf } from './origin-of.js';
import { proofOf } from './proof-of.js';

const { method } = AccountsService;

/** The account of whoever is signed in: what it is, its proofs, its sessions. */
@Controller()
export class OwnAccountController {
  constructor(
    private readonly own: OwnSessionsHandler,
    private readonly confirming: ConfirmHandler,
  ) {}

  @RpcMethod(method.getAccount)
  async account(
    @Payload() { token }: proto.GetAccountRequest,
  ): Promise<MessageInitShape<typeof proto.GetAccountResponseSchema>> {
    const { name, mail, security, secondFactorRequired, confirmedUntil } = await this.own.account(token);
    const { passkeys, recovery, passwordChangedAt } = security;
    return {
      name,
      mail,
      hasTotp: hasTotp(security),
      passkeys: passkeys.map(({ id, name: named, addedAt, usedAt }) => ({
        id,
        name: named,
        addedAt: timestampFromDate(addedAt),
        usedAt: usedAt && timestampFromDate(usedAt),
      })),
      recoveryCodesLeft: recovery.length,
      secondFactorRequired,
      passwordChangedAt: passwordChangedAt && timestampFromDate(passwordChangedAt),
      shortestPassword: SHORTEST_PASSWORD,
      confirmedUntil: confirmedUntil && timestampFromDate(confirmedUntil),
    };
  }

  @RpcMethod(method.startConfirmation)
  async startConfirmation(
    @Payload() { token }: proto.StartConfirmationRequest,
  ): Promise<MessageInitShape<typeof proto.StartConfirmationResponseSchema>> {
    return { options: await this.confirming.start(token) };
  }

  @RpcMethod(method.confirm)
  async confirm(
    @Payload() { token, proof, device }: proto.ConfirmRequest,
  ): Promise<MessageInitShape<typeof proto.ConfirmResponseSchema>> {
    const until = await this.confirming.execute(token, proofOf(proof), originOf(device));
    return { confirmedUntil: timestampFromDate(until) };
  }

  @RpcMethod(method.changePassword)
  async changePassword(
    @Payload() { token, current, password, device }: proto.ChangePasswordRequest,
  ): Promise<MessageInitShape<typeof proto.ChangePasswordResponseSchema>> {
    await this.confirming.changePassword(token, current, password, originOf(device));
    return {};
  }

  @RpcMethod(method.listSessions)
  async listSessions(
    @Payload() { token }: proto.ListSessionsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSessionsResponseSchema>> {
    const sessions = await this.own.list(token);
    return {
      sessions: sessions.map(({ publicId = '', label = '', address = '', openedAt, seenAt, current }) => ({
        id: publicId,
        device: label,
        address,
        openedAt: openedAt && timestampFromDate(openedAt),
        seenAt: seenAt && timestampFromDate(seenAt),
        current,
      })),
    };
  }

  @RpcMethod(method.endSessions)
  async endSessions(
    @Payload() { token, id, device }: proto.EndSessionsRequest,
  ): Promise<MessageInitShape<typeof proto.EndSessionsResponseSchema>> {
    return { ended: await this.own.end(token, id, originOf(device)) };
  }
}
