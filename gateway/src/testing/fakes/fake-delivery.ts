import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  TestMailAccountRequest,
  TestMailAccountResponseSchema,
  AssignReviewRequest,
  AssignReviewResponseSchema,
  Caller,
  ChannelSettingsSchema,
  DismissReviewRequest,
  DismissReviewResponseSchema,
  GetAlertPreferenceRequest,
  GetAlertPreferenceResponseSchema,
  GetChannelsRequest,
  GetChannelsResponseSchema,
  ListDeadLettersRequest,
  ListDeadLettersResponseSchema,
  ListReviewsRequest,
  ListReviewsResponseSchema,
  ReplayDeadLetterRequest,
  ReplayDeadLetterResponseSchema,
  ReviewSchema,
  SaveAlertPreferenceRequest,
  SaveAlertPreferenceResponseSchema,
  SaveChannelsRequest,
  SaveChannelsResponseSchema,
} from '@intervia/contracts';
import { Channel, DeliveryService, ReviewState, MailProbe } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const AGENCY = 'a';
/** An answer that came in to agency `a`, with the documents of `ticket-a`. */
export const REVIEW = 'review-a';
/** Sequence of a dead letter of agency `a`. */
export const LETTER = 7;

/** One that forgets what must not be told. */
const SETTINGS: MessageInitShape<typeof ChannelSettingsSchema> = {
  mail: { host: 'smtp.tilleuls.example', port: 587, password: 'secret-1', hasPassword: true },
  dkim: { selector: 'k1', domain: 'tilleuls.example', privateKey: 'secret-2', hasPrivateKey: true },
  sms: { appKey: 'key', appSecret: 'secret-3', consumerKey: 'secret-4', hasSecrets: true },
  creditsThreshold: 100,
  version: 4,
};

@Controller()
export class FakeDelivery {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(DeliveryService.method.testMailAccount)
  async testMailAccount(
    @Payload() request: TestMailAccountRequest,
  ): Promise<MessageInitShape<typeof TestMailAccountResponseSchema>> {
    this.state.note('testMailAccount', request);
    return { result: MailProbe.PASSWORD };
  }

  @RpcMethod(DeliveryService.method.getChannels)
  async getChannels(
    @Payload() request: GetChannelsRequest,
  ): Promise<MessageInitShape<typeof GetChannelsResponseSchema>> {
    this.state.note('getChannels', request);
    return { settings: SETTINGS };
  }

  @RpcMethod(DeliveryService.method.saveChannels)
  async saveChannels(
    @Payload() request: SaveChannelsRequest,
  ): Promise<MessageInitShape<typeof SaveChannelsResponseSchema>> {
    this.state.note('saveChannels', request);
    return { settings: SETTINGS };
  }

  @RpcMethod(DeliveryService.method.listReviews)
  async listReviews(
    @Payload() request: ListReviewsRequest,
  ): Promise<MessageInitShape<typeof ListReviewsResponseSchema>> {
    this.state.note('listReviews', request);
    const state = request.state || ReviewState.OPEN;
    const isHere = request.caller?.agencyId === AGENCY && state === ReviewState.OPEN;
    return { reviews: isHere ? [this.review(state)] : [] };
  }

  @RpcMethod(DeliveryService.method.assignReview)
  async assignReview(
    @Payload() request: AssignReviewRequest,
  ): Promise<MessageInitShape<typeof AssignReviewResponseSchema>> {
    this.state.note('assignReview', request);
    demandReview(request);
    return { review: { ...this.review(ReviewState.ASSIGNED), ticketId: request.ticketId } };
  }

  @RpcMethod(DeliveryService.method.dismissReview)
  async dismissReview(
    @Payload() request: DismissReviewRequest,
  ): Promise<MessageInitShape<typeof DismissReviewResponseSchema>> {
    this.state.note('dismissReview', request);
    demandReview(request);
    return { review: this.review(ReviewState.DISMISSED) };
  }

  @RpcMethod(DeliveryService.method.getAlertPreference)
  async getAlertPreference(
    @Payload() request: GetAlertPreferenceRequest,
  ): Promise<MessageInitShape<typeof GetAlertPreferenceResponseSchema>> {
    this.state.note('getAlertPreference', request);
    return { preference: { digest: false, hour: 8 } };
  }

  @RpcMethod(DeliveryService.method.saveAlertPreference)
  async saveAlertPreference(
    @Payload() request: SaveAlertPreferenceRequest,
  ): Promise<MessageInitShape<typeof SaveAlertPreferenceResponseSchema>> {
    this.state.note('saveAlertPreference', request);
    return { preference: request.preference };
  }

  @RpcMethod(DeliveryService.method.listDeadLetters)
  async listDeadLetters(
    @Payload() request: ListDeadLettersRequest,
  ): Promise<MessageInitShape<typeof ListDeadLettersResponseSchema>> {
    this.state.note('listDeadLetters', request);
    const letter = { sequence: BigInt(LETTER), service: 'reporting', aggregateId: 'ticket-a' };
    return { letters: request.caller?.agencyId === AGENCY ? [letter] : [] };
  }

  @RpcMethod(DeliveryService.method.replayDeadLetter)
  async replayDeadLetter(
    @Payload() request: ReplayDeadLetterRequest,
  ): Promise<MessageInitShape<typeof ReplayDeadLetterResponseSchema>> {
    this.state.note('replayDeadLetter', request);
    if (request.caller?.agencyId !== AGENCY || request.sequence !== BigInt(LETTER))
      throw new AppError('DEAD_LETTER_NOT_FOUND', 'not-found');
    return {};
  }

  private review(state: ReviewState): MessageInitShape<typeof ReviewSchema> {
    const documents = this.state.tickets.get('ticket-a')?.documents.flatMap(({ ref }) => ref ?? []);
    return { id: REVIEW, channel: Channel.MAIL, sender: 'inconnu@courriel.example', state, documents };
  }
}

function demandReview({ caller, reviewId }: { caller?: Caller; reviewId: string }): void {
  if (caller?.agencyId !== AGENCY || reviewId !== REVIEW) throw new AppError('REVIEW_NOT_FOUND', 'not-found');
}
