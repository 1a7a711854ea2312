import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ListAsidesRequest,
  ListAsidesResponseSchema,
  PutAsideRequest,
  TakeBackRequest,
} from '@intervia/contracts';
import { AsideState, Module, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AsidesHandler } from '../../application/reading/asides.handler.js';
import type { KeptAside } from '../../application/reading/asides.handler.js';
import { nameOf, toCaller } from './from-proto.js';

type Kept = Promise<Pick<MessageInitShape<typeof ListAsidesResponseSchema>, 'asides'>>;

@Controller()
export class AsidesController {
  constructor(private readonly handler: AsidesHandler) {}

  @RpcMethod(TicketsService.method.listAsides)
  async list(@Payload() { caller, module }: ListAsidesRequest): Kept {
    return toMessages(await this.handler.list(toCaller(caller), nameOf(Module, module)));
  }

  @RpcMethod(TicketsService.method.putAside)
  async put(@Payload() { caller, module, ticketIds, day, reason }: PutAsideRequest): Kept {
    const wanted = { ticketIds, day, reason: reason.trim() };
    return toMessages(await this.handler.put(toCaller(caller), nameOf(Module, module), wanted));
  }

  @RpcMethod(TicketsService.method.takeBack)
  async take(@Payload() { caller, module, ticketIds }: TakeBackRequest): Kept {
    return toMessages(await this.handler.take(toCaller(caller), nameOf(Module, module), ticketIds));
  }
}

const toMessages = (kept: readonly KeptAside[]): Awaited<Kept> => ({
  asides: kept.map(({ ticketId, until, reason, setAt, state }) => ({
    ticketId,
    until: timestampFromDate(until),
    reason,
    setAt: timestampFromDate(setAt),
    state: AsideState[state],
  })),
});
