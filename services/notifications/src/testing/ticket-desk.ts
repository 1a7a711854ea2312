import type { MessageInitShape } from '@bufbuild/protobuf';
import { CorrespondentRole, DirectoryService, Role, TicketsService } from '@intervia/contracts';
import type {
  AcknowledgeReadingRequest,
  AcknowledgeReadingResponseSchema,
  GetCorrespondentRequest,
  GetCorrespondentResponseSchema,
  ListUsersResponseSchema,
  PostMessageRequest,
  PostMessageResponseSchema,
} from '@intervia/contracts';
import { AppError, MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

export const ADMINISTRATOR = 'direction@tilleuls.example';

/** Takes answers as tickets does: the same command is taken once. */
@Controller()
export class TicketDesk {
  readonly posted = new Map<string, PostMessageRequest>();
  readonly acknowledged = new Map<string, AcknowledgeReadingRequest>();
  /** Every call, also those of a command known already. */
  calls = 0;
  /** Refuses what comes, as a closed ticket does, or as a service that is away. */
  refusal?: AppError;
  /** Refuses the next answer after having taken it: the caller cannot know. */
  losesAnswer = false;

  @RpcMethod(TicketsService.method.postMessage)
  async postMessage(
    @Payload() request: PostMessageRequest,
  ): Promise<MessageInitShape<typeof PostMessageResponseSchema>> {
    this.calls += 1;
    if (this.refusal) throw this.refusal;
    const id = request.context?.commandId ?? '';
    if (!this.posted.has(id)) this.posted.set(id, request);
    if (this.losesAnswer) {
      this.losesAnswer = false;
      throw new AppError('SERVICE_UNAVAILABLE', 'unavailable');
    }
    return {};
  }

  @RpcMethod(TicketsService.method.acknowledgeReading)
  async acknowledge(
    @Payload() request: AcknowledgeReadingRequest,
  ): Promise<MessageInitShape<typeof AcknowledgeReadingResponseSchema>> {
    this.acknowledged.set(request.context?.commandId ?? '', request);
    return {};
  }

  @RpcMethod(TicketsService.method.getCorrespondent)
  async correspondent(
    @Payload() { correspondentId }: GetCorrespondentRequest,
  ): Promise<MessageInitShape<typeof GetCorrespondentResponseSchema>> {
    return { correspondent: { correspondent: { id: correspondentId, role: CorrespondentRole.OWNER } } };
  }

  @RpcMethod(DirectoryService.method.listUsers)
  async users(): Promise<MessageInitShape<typeof ListUsersResponseSchema>> {
    return {
      users: [
        { id: 'user-1', name: 'Claire Moreau', mail: 'claire@tilleuls.example', role: Role.MANAGER },
        { id: 'user-2', name: 'Paul Petit', mail: ADMINISTRATOR, role: Role.ADMINISTRATOR },
      ],
    };
  }
}

@Module({ controllers: [TicketDesk] })
class TicketDeskModule {}

export async function startTicketDesk(natsUrl: string): Promise<INestApplication> {
  const messaging = MessagingModule.forRoot({ service: 'desk', natsUrl, clock: 'system' });
  const root = { module: TicketDeskModule, imports: [messaging] };
  const app = await NestFactory.create(root, new NoHttpAdapter(), { logger: false });
  await listen(app, { service: 'desk', events: false });
  return app;
}
