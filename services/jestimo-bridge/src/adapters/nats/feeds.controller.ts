import { Clock } from '@intervia/clock';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { JestimoService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { FeedLine } from '../../application/feed/feed-settings.handler.js';
import { FeedSettingsHandler } from '../../application/feed/feed-settings.handler.js';
import { FeedSweep } from '../schedule/feed-sweep.js';
import { fromFeed, fromSending, toCaller, toCommand } from './mappers.js';

const { method } = JestimoService;

/** What entities give the partner. */
@Controller()
export class FeedsController {
  constructor(
    private readonly settings: FeedSettingsHandler,
    private readonly sweep: FeedSweep,
    private readonly clock: Clock,
  ) {}

  @RpcMethod(method.listFeeds)
  async list(
    @Payload() { caller }: proto.ListFeedsRequest,
  ): Promise<MessageInitShape<typeof proto.ListFeedsResponseSchema>> {
    return { feeds: (await this.settings.list(toCaller(caller))).map((line) => this.shown(line)) };
  }

  @RpcMethod(method.setFeed)
  async set(
    @Payload() { context, entityId, enabled }: proto.SetFeedRequest,
  ): Promise<MessageInitShape<typeof proto.SetFeedResponseSchema>> {
    return { feed: this.shown(await this.settings.set(toCommand(context).caller, entityId, enabled)) };
  }

  @RpcMethod(method.initialiseFeed)
  async initialise(
    @Payload() { context, entityId }: proto.InitialiseFeedRequest,
  ): Promise<MessageInitShape<typeof proto.InitialiseFeedResponseSchema>> {
    const line = await this.settings.initialise(toCommand(context).caller, entityId);
    this.sweep.soon();
    return { feed: this.shown(line) };
  }

  @RpcMethod(method.retryFeed)
  async retry(
    @Payload() { context, entityId }: proto.RetryFeedRequest,
  ): Promise<MessageInitShape<typeof proto.RetryFeedResponseSchema>> {
    const line = await this.settings.retry(toCommand(context).caller, entityId);
    this.sweep.soon();
    return { feed: this.shown(line) };
  }

  @RpcMethod(method.listSendings)
  async sendings(
    @Payload() { caller, entityId }: proto.ListSendingsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSendingsResponseSchema>> {
    return { sendings: (await this.settings.listSendings(toCaller(caller), entityId)).map(fromSending) };
  }

  private shown(line: FeedLine) {
    return fromFeed(line, this.clock.now());
  }
}
