import { FixedClock } from '@intervia/clock';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ListAsidesRequest,
  ListAsidesResponseSchema,
  PutAsideRequest,
  TakeBackRequest,
} from '@intervia/contracts';
import { AsideState, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

type Asides = MessageInitShape<typeof ListAsidesResponseSchema>;

/** One ticket, until it is taken back. */
@Controller()
export class FakeAsides {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(TicketsService.method.listAsides)
  list(@Payload() request: ListAsidesRequest): Asides {
    this.state.note('listAsides', request);
    return { asides: [asideOf('t-1')] };
  }

  @RpcMethod(TicketsService.method.putAside)
  put(@Payload() request: PutAsideRequest): Asides {
    this.state.note('putAside', request);
    return { asides: request.ticketIds.map(asideOf) };
  }

  @RpcMethod(TicketsService.method.takeBack)
  take(@Payload() request: TakeBackRequest): Asides {
    this.state.note('takeBack', request);
    return { asides: [] };
  }
}

const asideOf = (ticketId: string) => ({
  ticketId,
  until: timestampFromDate(FixedClock.at('2026-12-03T23:00:00Z').now()),
  reason: 'Devis promis jeudi',
  setAt: timestampFromDate(FixedClock.at('2026-11-27T09:00:00Z').now()),
  state: AsideState.WAITING,
});
