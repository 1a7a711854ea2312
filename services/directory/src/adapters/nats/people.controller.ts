import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { DirectoryService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { GetClientScopeQuery } from '../../application/get-client-scope.query.js';
import { ListGroupQuery } from '../../application/list-group.query.js';
import { agencyOf } from './agency-of.js';
import { fromGroup, toPlacePersonMessage } from './answer.mapper.js';

const { method } = DirectoryService;

/** Clients, alone and as groups. */
@Controller()
export class PeopleController {
  constructor(
    private readonly getClientScopeQuery: GetClientScopeQuery,
    private readonly listGroupQuery: ListGroupQuery,
  ) {}

  @RpcMethod(method.getClientScope)
  async getClientScope(
    @Payload() request: proto.GetClientScopeRequest,
  ): Promise<MessageInitShape<typeof proto.GetClientScopeResponseSchema>> {
    return this.getClientScopeQuery.execute(agencyOf({ caller: request }), request.partyId);
  }

  @RpcMethod(method.listGroup)
  async listGroup(
    @Payload() request: proto.ListGroupRequest,
  ): Promise<MessageInitShape<typeof proto.ListGroupResponseSchema>> {
    const group = fromGroup(request.group);
    const people = await this.listGroupQuery.execute(agencyOf(request), {
      buildingId: request.buildingId,
      group,
    });
    return { people: people.map(toPlacePersonMessage) };
  }
}
