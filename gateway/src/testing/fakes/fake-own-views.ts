import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ListOwnViewsRequest,
  ListOwnViewsResponseSchema,
  RemoveOwnViewRequest,
  SaveOwnViewRequest,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const OWN_VIEW = { name: 'Mes retards', address: 'file=en-retard' };

type Views = MessageInitShape<typeof ListOwnViewsResponseSchema>;

/** One view, until it is removed. */
@Controller()
export class FakeOwnViews {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(TicketsService.method.listOwnViews)
  list(@Payload() request: ListOwnViewsRequest): Views {
    this.state.note('listOwnViews', request);
    return { views: [OWN_VIEW] };
  }

  @RpcMethod(TicketsService.method.saveOwnView)
  save(@Payload() request: SaveOwnViewRequest): Views {
    this.state.note('saveOwnView', request);
    return { views: [OWN_VIEW] };
  }

  @RpcMethod(TicketsService.method.removeOwnView)
  remove(@Payload() request: RemoveOwnViewRequest): Views {
    this.state.note('removeOwnView', request);
    return { views: [] };
  }
}
