import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ListOwnViewsRequest,
  ListOwnViewsResponseSchema,
  RemoveOwnViewRequest,
  SaveOwnViewRequest,
} from '@intervia/contracts';
import { Module, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { OwnViewsHandler } from '../../application/reading/own-views.handler.js';
import { nameOf, toCaller } from './from-proto.js';

type Views = Promise<Pick<MessageInitShape<typeof ListOwnViewsResponseSchema>, 'views'>>;

@Controller()
export class OwnViewsController {
  constructor(private readonly handler: OwnViewsHandler) {}

  @RpcMethod(TicketsService.method.listOwnViews)
  async list(@Payload() { caller, module }: ListOwnViewsRequest): Views {
    return { views: [...(await this.handler.list(toCaller(caller), nameOf(Module, module)))] };
  }

  @RpcMethod(TicketsService.method.saveOwnView)
  async save(@Payload() { caller, module, view }: SaveOwnViewRequest): Views {
    const { name = '', address = '' } = view ?? {};
    const kept = { name: name.trim(), address };
    return { views: [...(await this.handler.save(toCaller(caller), nameOf(Module, module), kept))] };
  }

  @RpcMethod(TicketsService.method.removeOwnView)
  async remove(@Payload() { caller, module, name }: RemoveOwnViewRequest): Views {
    return { views: [...(await this.handler.remove(toCaller(caller), nameOf(Module, module), name))] };
  }
}
