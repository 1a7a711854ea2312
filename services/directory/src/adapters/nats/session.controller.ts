import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { DirectoryService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { GetSessionQuery } from '../../application/sessions/get-session.query.js';
import { SignInHandler } from '../../application/sessions/sign-in.handler.js';
import { SignOutHandler } from '../../application/sessions/sign-out.handler.js';
import { originOf } from './accounts/origin-of.js';
import { toSessionMessage } from './answer.mapper.js';

const { method } = DirectoryService;

@Controller()
export class SessionController {
  constructor(
    private readonly signInHandler: SignInHandler,
    private readonly getSessionQuery: GetSessionQuery,
    private readonly signOutHandler: SignOutHandler,
  ) {}

  @RpcMethod(method.signIn)
  async signIn(
    @Payload() request: proto.SignInRequest,
  ): Promise<MessageInitShape<typeof proto.SignInResponseSchema>> {
    const { mail, password, client, device } = request;
    const answer = await this.signInHandler.execute({ mail, password, client, origin: originOf(device) });
    if ('secondStep' in answer) return answer;
    return { token: answer.token, session: toSessionMessage(answer.session) };
  }

  @RpcMethod(method.getSession)
  async getSession(
    @Payload() { token }: proto.GetSessionRequest,
  ): Promise<MessageInitShape<typeof proto.GetSessionResponseSchema>> {
    return { session: toSessionMessage(await this.getSessionQuery.execute(token)) };
  }

  @RpcMethod(method.signOut)
  async signOut(
    @Payload() { token, device }: proto.SignOutRequest,
  ): Promise<MessageInitShape<typeof proto.SignOutResponseSchema>> {
    await this.signOutHandler.execute(token, originOf(device));
    return {};
  }
}
