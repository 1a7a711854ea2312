import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  CommandContext,
  EstimateSchema,
  FeedSchema,
  JestimoAccountSchema,
  Caller as ProtoCaller,
  SendingSchema,
} from '@intervia/contracts';
import { EstimateKind, FeedState, SendingState } from '@intervia/contracts';
import type { Caller, Command } from '../../application/caller.js';
import type { FeedLine } from '../../application/feed/feed-settings.handler.js';
import type { Account, SendingLine } from '../../application/ports/stores.js';
import type { Estimate } from '../../domain/estimate/estimate.js';
import { stateOf } from '../../domain/feed/feed.js';
import { InvalidRequest } from '../../domain/values/errors.js';

/** No query runs without an agency. @throws InvalidRequest */
export function toCaller(caller: ProtoCaller | undefined): Caller {
  if (!caller?.agencyId) throw new InvalidRequest([{ field: 'caller', code: 'REQUIRED' }]);
  return { agencyId: caller.agencyId, userId: caller.actor?.id ?? '', userName: caller.actor?.name ?? '' };
}

export function toCommand(context: CommandContext | undefined): Command {
  if (!context?.commandId) throw new InvalidRequest([{ field: 'commandId', code: 'REQUIRED' }]);
  return { caller: toCaller(context.caller), commandId: context.commandId };
}

export const KINDS: Readonly<Record<EstimateKind, Estimate['kind'] | undefined>> = {
  [EstimateKind.UNSPECIFIED]: undefined,
  [EstimateKind.RENT]: 'RENT',
  [EstimateKind.SALE]: 'SALE',
};

const at = (date: Date | undefined) => date && timestampFromDate(date);

export const fromAccount = ({
  userId,
  login,
  savedAt,
}: Account): MessageInitShape<typeof JestimoAccountSchema> => ({ userId, login, savedAt: at(savedAt) });

export const fromEstimate = ({
  id,
  unitId,
  kind,
  madeAt,
  userName,
  answer,
}: Estimate): MessageInitShape<typeof EstimateSchema> => ({
  ...{ id, unitId, kind: EstimateKind[kind], madeAt: at(madeAt), madeBy: userName },
  ...{ redirectUrl: answer.redirectUrl, confidence: answer.confidence },
  ...{ lowCents: answer.lowCents, valueCents: answer.valueCents, highCents: answer.highCents },
  perM2Cents: answer.perM2Cents,
});

export function fromFeed(
  { entity, feed, knownRecords }: FeedLine,
  now: Date,
): MessageInitShape<typeof FeedSchema> {
  const known = { entityId: entity.id, entityName: entity.name, knownRecords };
  if (!feed) return { ...known, state: FeedState.OFF };
  return {
    ...{ ...known, state: FeedState[stateOf(feed, now)], sentThrough: feed.sentThrough },
    ...{ lastSentAt: at(feed.lastSentAt), lastRecords: feed.lastRecords, userId: feed.userId },
    ...{ failureCode: feed.failure?.code ?? '', failedAt: at(feed.failure?.at), nextTryAt: at(feed.nextAt) },
  };
}

const STATES: Readonly<Record<SendingLine['state'], SendingState>> = {
  WAITING: SendingState.WAITING,
  SENDING: SendingState.WAITING,
  SENT: SendingState.SENT,
};

export const fromSending = (sending: SendingLine): MessageInitShape<typeof SendingSchema> => ({
  ...{ id: sending.id, entityId: sending.entityId, day: sending.day, records: sending.records },
  state: sending.failureCode && sending.state !== 'SENT' ? SendingState.FAILING : STATES[sending.state],
  ...{ attempts: sending.attempts, failureCode: sending.failureCode },
  ...{ madeAt: at(sending.madeAt), sentAt: at(sending.sentAt) },
});
