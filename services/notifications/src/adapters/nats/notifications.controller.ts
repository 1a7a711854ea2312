import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ListMessagesRequest,
  ListMessagesResponseSchema,
  ResendLinkRequest,
  ResendLinkResponseSchema,
} from '@intervia/contracts';
import { NotificationsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ListMessagesQuery } from '../../application/delivery/list-messages.query.js';
import { ResendLinkHandler } from '../../application/delivery/resend-link.handler.js';
import { toProto } from './message-to-proto.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly listMessages: ListMessagesQuery,
    private readonly resendLink: ResendLinkHandler,
  ) {}

  @RpcMethod(NotificationsService.method.listMessages)
  async list(
    @Payload() request: ListMessagesRequest,
  ): Promise<MessageInitShape<typeof ListMessagesResponseSchema>> {
    const messages = await this.listMessages.execute(request.caller?.agencyId ?? '', request.ticketId);
    return { messages: messages.map(toProto) };
  }

  @RpcMethod(NotificationsService.method.resendLink)
  async resend(
    @Payload() request: ResendLinkRequest,
  ): Promise<MessageInitShape<typeof ResendLinkResponseSchema>> {
    const { context, ticketId, missionId, correspondentId } = request;
    const holder = missionId ? { missionId } : { correspondentId };
    const agencyId = context?.caller?.agencyId ?? '';
    return { messages: await this.resendLink.execute(agencyId, ticketId, holder, context?.commandId ?? '') };
  }
}
