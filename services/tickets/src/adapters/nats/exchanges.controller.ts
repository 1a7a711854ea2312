import type {
  AddNoteRequest,
  ChangeReachRequest,
  InformThirdPartiesRequest,
  PostMessageRequest,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AddNoteHandler } from '../../application/exchanges/add-note.handler.js';
import { ChangeReachHandler } from '../../application/exchanges/change-reach.handler.js';
import { InformThirdPartiesHandler } from '../../application/exchanges/inform-third-parties.handler.js';
import { PostMessageHandler } from '../../application/exchanges/post-message.handler.js';
import { toDocuments, toPerson, toReach, toTarget } from './from-proto.js';
import type { TicketAnswer } from './missions.controller.js';
import { toMessageContent } from './requests.from-proto.js';
import { toTicketMessage } from './views/ticket.mapper.js';

/** Manual, "Options disponibles à toutes les étapes": what is said around the steps. */
@Controller()
export class ExchangesController {
  constructor(
    private readonly postMessageHandler: PostMessageHandler,
    private readonly addNoteHandler: AddNoteHandler,
    private readonly informThirdPartiesHandler: InformThirdPartiesHandler,
    private readonly changeReachHandler: ChangeReachHandler,
  ) {}

  @RpcMethod(TicketsService.method.postMessage)
  async postMessage(@Payload() request: PostMessageRequest): TicketAnswer {
    const record = await this.postMessageHandler.execute(toTarget(request), toMessageContent(request));
    return { ticket: toTicketMessage(record) };
  }

  @RpcMethod(TicketsService.method.addNote)
  async addNote(@Payload() request: AddNoteRequest): TicketAnswer {
    const documents = toDocuments(request.documents);
    const record = await this.addNoteHandler.execute(toTarget(request), request.html, documents);
    return { ticket: toTicketMessage(record) };
  }

  @RpcMethod(TicketsService.method.informThirdParties)
  async informThirdParties(@Payload() request: InformThirdPartiesRequest): TicketAnswer {
    const content = { persons: request.persons.map(toPerson), comment: request.comment };
    const record = await this.informThirdPartiesHandler.execute(toTarget(request), content);
    return { ticket: toTicketMessage(record) };
  }

  @RpcMethod(TicketsService.method.changeReach)
  async changeReach(@Payload() request: ChangeReachRequest): TicketAnswer {
    const { missionId, correspondentId } = request;
    const content = { missionId, correspondentId, reach: toReach(request.reach) };
    const record = await this.changeReachHandler.execute(toTarget(request), content);
    return { ticket: toTicketMessage(record) };
  }
}
