import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { FeedState, JestimoService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const { method } = JestimoService;

/** A unit whose surface is not known. */
export const UNIT_WITHOUT_SURFACE = 'unit-without-surface';

@Controller()
export class FakeJestimo {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(method.getJestimoAccount)
  async account(
    @Payload() { caller }: proto.GetJestimoAccountRequest,
  ): Promise<MessageInitShape<typeof proto.GetJestimoAccountResponseSchema>> {
    return { account: { userId: caller?.actor?.id ?? '', login: 'tilleuls' }, configured: true };
  }

  @RpcMethod(method.listJestimoAccounts)
  async accounts(
    @Payload() _request: proto.ListJestimoAccountsRequest,
  ): Promise<MessageInitShape<typeof proto.ListJestimoAccountsResponseSchema>> {
    return {};
  }

  @RpcMethod(method.saveJestimoAccounts)
  async save(
    @Payload() request: proto.SaveJestimoAccountsRequest,
  ): Promise<MessageInitShape<typeof proto.SaveJestimoAccountsResponseSchema>> {
    this.state.note('saveJestimoAccounts', request);
    return { accounts: request.userIds.map((userId) => ({ userId, login: request.login })) };
  }

  @RpcMethod(method.deleteJestimoAccount)
  async delete(
    @Payload() request: proto.DeleteJestimoAccountRequest,
  ): Promise<MessageInitShape<typeof proto.DeleteJestimoAccountResponseSchema>> {
    this.state.note('deleteJestimoAccount', request);
    return {};
  }

  @RpcMethod(method.estimateUnit)
  async estimate(
    @Payload() { unitId, kind }: proto.EstimateUnitRequest,
  ): Promise<MessageInitShape<typeof proto.EstimateUnitResponseSchema>> {
    if (unitId === UNIT_WITHOUT_SURFACE) throw new AppError('JESTIMO_SURFACE_MISSING', 'conflict');
    return { estimate: { id: 'estimate', unitId, kind, valueCents: 98_000 } };
  }

  @RpcMethod(method.listEstimates)
  async estimates(
    @Payload() _request: proto.ListEstimatesRequest,
  ): Promise<MessageInitShape<typeof proto.ListEstimatesResponseSchema>> {
    return {};
  }

  @RpcMethod(method.listFeeds)
  async feeds(
    @Payload() _request: proto.ListFeedsRequest,
  ): Promise<MessageInitShape<typeof proto.ListFeedsResponseSchema>> {
    return { feeds: [{ entityId: 'entity', entityName: 'Cabinet', state: FeedState.OFF }] };
  }

  @RpcMethod(method.setFeed)
  async set(
    @Payload() { entityId }: proto.SetFeedRequest,
  ): Promise<MessageInitShape<typeof proto.SetFeedResponseSchema>> {
    return { feed: { entityId, state: FeedState.READY } };
  }

  @RpcMethod(method.initialiseFeed)
  async initialise(
    @Payload() { entityId }: proto.InitialiseFeedRequest,
  ): Promise<MessageInitShape<typeof proto.InitialiseFeedResponseSchema>> {
    return { feed: { entityId, state: FeedState.SENDING } };
  }

  @RpcMethod(method.retryFeed)
  async retry(
    @Payload() { entityId }: proto.RetryFeedRequest,
  ): Promise<MessageInitShape<typeof proto.RetryFeedResponseSchema>> {
    return { feed: { entityId, state: FeedState.SENDING } };
  }

  @RpcMethod(method.listSendings)
  async sendings(
    @Payload() _request: proto.ListSendingsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSendingsResponseSchema>> {
    return {};
  }
}
