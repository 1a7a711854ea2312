import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { AccountsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FinishSignInHandler } from '../../../application/accounts/finish-sign-in.handler.js';
import { ResetPasswordHandler } from '../../../application/accounts/reset-password.handler.js';
import { SignInLinkHandler } from '../../../application/api-keys/sign-in-link.handler.js';
import { toSessionMessage } from '../answer.mapper.js';
import { originOf } from './origin-of.js';
import { proofOf } from './proof-of.js';

const { method } = AccountsService;

/** For who is not signed in yet. */
@Controller()
export class SignInStepsController {
  constructor(
    private readonly finishing: FinishSignInHandler,
    private readonly resetting: ResetPasswordHandler,
    private readonly links: SignInLinkHandler,
  ) {}

  @RpcMethod(method.finishSignIn)
  async finish(
    @Payload() { step, proof, device }: proto.FinishSignInRequest,
  ): Promise<MessageInitShape<typeof proto.FinishSignInResponseSchema>> {
    const { token, session } = await this.finishing.execute(step, proofOf(proof), originOf(device));
    return { token, session: toSessionMessage(session) };
  }

  @RpcMethod(method.startPasskeySignIn)
  start(
    @Payload() { client }: proto.StartPasskeySignInRequest,
  ): Promise<MessageInitShape<typeof proto.StartPasskeySignInResponseSchema>> {
    return this.finishing.start(client);
  }

  @RpcMethod(method.signInByLink)
  async byLink(
    @Payload() { link, token: current, device }: proto.SignInByLinkRequest,
  ): Promise<MessageInitShape<typeof proto.SignInByLinkResponseSchema>> {
    const { token, session } = await this.links.redeem(link, current, originOf(device));
    return { token, session: toSessionMessage(session) };
  }

  @RpcMethod(method.requestPasswordReset)
  async request(
    @Payload() { mail, client, device }: proto.RequestPasswordResetRequest,
  ): Promise<MessageInitShape<typeof proto.RequestPasswordResetResponseSchema>> {
    await this.resetting.request(mail, client, originOf(device));
    return {};
  }

  @RpcMethod(method.resetPassword)
  async reset(
    @Payload() { token, password, client, device }: proto.ResetPasswordRequest,
  ): Promise<MessageInitShape<typeof proto.ResetPasswordResponseSchema>> {
    await this.resetting.reset(token, password, client, originOf(device));
    return {};
  }
}
