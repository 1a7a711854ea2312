import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ListMessagesRequest, ListMessagesResponseSchema } from '@intervia/contracts';
import { NotificationsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ListMessagesQuery } from '../../application/delivery/list-messages.query.js';
import { toProto } from './message-to-proto.js';

@Controller()
export class NotificationsController {
  constructor(private readonly listMessages: ListMessagesQuery) {}

  @RpcMethod(NotificationsService.method.listMessages)
  async list(
    @Payload() request: ListMessagesRequest,
  ): Promise<MessageInitShape<typeof ListMessagesResponseSchema>> {
    const messages = await this.listMessages.execute(request.caller?.agencyId ?? '', request.ticketId);
    return { messages: messages.map(toProto) };
  }
}
