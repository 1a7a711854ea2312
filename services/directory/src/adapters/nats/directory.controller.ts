import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { DirectoryService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { GetAgencyQuery } from '../../application/get-agency.query.js';
import { GetPlaceQuery } from '../../application/get-place.query.js';
import { ListBuildingsQuery } from '../../application/list-buildings.query.js';
import { ListContractorsQuery } from '../../application/list-contractors.query.js';
import { ListUnitsQuery } from '../../application/list-units.query.js';
import { GetUserQuery } from '../../application/get-user.query.js';
import { ListUsersQuery } from '../../application/list-users.query.js';
import { SecurityLog } from '../../application/ports/accounts/security-log.js';
import { PublishHandler } from '../../application/publishing/publish.handler.js';
import { agencyOf, askerOf } from './agency-of.js';
import { fromModule, toPlaceMessage, toUserMessage } from './answer.mapper.js';
import { fromPublishRequest } from './publication.mapper.js';

const { method } = DirectoryService;

/** Who publishes has the key of the bus that nobody but LSC and the operator has. */
const BY_LSC = {
  person: { kind: 'user', id: 'lsc', name: 'LSC' },
  origin: { device: '', address: '', label: '' },
  about: 'DirectoryService.Publish',
} as const;

@Controller()
export class DirectoryController {
  constructor(
    private readonly publishHandler: PublishHandler,
    private readonly getAgencyQuery: GetAgencyQuery,
    private readonly listUsersQuery: ListUsersQuery,
    private readonly getUserQuery: GetUserQuery,
    private readonly listBuildingsQuery: ListBuildingsQuery,
    private readonly listUnitsQuery: ListUnitsQuery,
    private readonly listContractorsQuery: ListContractorsQuery,
    private readonly getPlaceQuery: GetPlaceQuery,
    private readonly log: SecurityLog,
  ) {}

  @RpcMethod(method.publish)
  async publish(
    @Payload() request: proto.PublishRequest,
  ): Promise<MessageInitShape<typeof proto.PublishResponseSchema>> {
    const publication = fromPublishRequest(request);
    const upserted = await this.publishHandler.execute(publication);
    await this.log.record({ agencyId: publication.agencyId, kind: 'key-used', ...BY_LSC });
    return { upserted };
  }

  @RpcMethod(method.getAgency)
  async getAgency(
    @Payload() request: proto.GetAgencyRequest,
  ): Promise<MessageInitShape<typeof proto.GetAgencyResponseSchema>> {
    return { agency: await this.getAgencyQuery.execute(request.agencyId) };
  }

  @RpcMethod(method.listUsers)
  async listUsers(
    @Payload() request: proto.ListUsersRequest,
  ): Promise<MessageInitShape<typeof proto.ListUsersResponseSchema>> {
    const users = await this.listUsersQuery.execute(agencyOf(request));
    return { users: users.map(toUserMessage) };
  }

  @RpcMethod(method.getUser)
  async getUser(
    @Payload() request: proto.GetUserRequest,
  ): Promise<MessageInitShape<typeof proto.GetUserResponseSchema>> {
    const { user, standsInFor } = await this.getUserQuery.execute(agencyOf(request), request.userId);
    return { user: toUserMessage(user), standsInFor };
  }

  @RpcMethod(method.listBuildings)
  async listBuildings(
    @Payload() request: proto.ListBuildingsRequest,
  ): Promise<MessageInitShape<typeof proto.ListBuildingsResponseSchema>> {
    const { search, limit } = request;
    const module = fromModule(request.module);
    return this.listBuildingsQuery.execute(askerOf(request), { module, search, limit });
  }

  @RpcMethod(method.listUnits)
  async listUnits(
    @Payload() request: proto.ListUnitsRequest,
  ): Promise<MessageInitShape<typeof proto.ListUnitsResponseSchema>> {
    return { units: await this.listUnitsQuery.execute(askerOf(request), request) };
  }

  @RpcMethod(method.listContractors)
  async listContractors(
    @Payload() request: proto.ListContractorsRequest,
  ): Promise<MessageInitShape<typeof proto.ListContractorsResponseSchema>> {
    return this.listContractorsQuery.execute(agencyOf(request), request);
  }

  @RpcMethod(method.getPlace)
  async getPlace(
    @Payload() request: proto.GetPlaceRequest,
  ): Promise<MessageInitShape<typeof proto.GetPlaceResponseSchema>> {
    return toPlaceMessage(await this.getPlaceQuery.execute(agencyOf(request), request));
  }
}
