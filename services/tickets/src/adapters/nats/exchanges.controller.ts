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
import { answer } from './answer.js';
import type { TicketAnswer } from './answer.js';
import { toMessageContent } from './requests.from-proto.js';

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
  postMessage(@Payload() request: PostMessageRequest): TicketAnswer {
    return answer(request, this.postMessageHandler.execute(toTarget(request), toMessageContent(request)));
  }

  @RpcMethod(TicketsService.method.addNote)
  addNote(@Payload() request: AddNoteRequest): TicketAnswer {
    const documents = toDocuments(request.documents);
    return answer(request, this.addNoteHandler.execute(toTarget(request), request.html, documents));
  }

  @RpcMethod(TicketsService.method.informThirdParties)
  informThirdParties(@Payload() request: InformThirdPartiesRequest): TicketAnswer {
    const content = { persons: request.persons.map(toPerson), comment: request.comment };
    return answer(request, this.informThirdPartiesHandler.execute(toTarget(request), content));
  }

  @RpcMethod(TicketsService.method.changeReach)
  changeReach(@Payload() request: ChangeReachRequest): TicketAnswer {
    const { missionId, correspondentId } = request;
    const content = { missionId, correspondentId, reach: toReach(request.reach) };
    return answer(request, this.changeReachHandler.execute(toTarget(request), content));
  }
}
