import { HealthRegistry } from '@intervia/observability';
import type { Provider } from '@nestjs/common';
import { HmacCallbackSecrets } from './adapters/crypto/callback-secrets.js';
import { NoReplyAddresses, SignedReplyAddresses } from './adapters/crypto/reply-addresses.js';
import { ImapMailbox } from './adapters/imap/imap-mailbox.js';
import { parseImapUrl } from './adapters/imap/imap-url.js';
import { ReceivedRepository } from './adapters/mongo/received.repository.js';
import { ReviewRepository } from './adapters/mongo/review.repository.js';
import { NatsExchanges } from './adapters/nats/neighbours/nats-exchanges.js';
import { OvhSmsInbox } from './adapters/ovh-sms/ovh-sms.inbox.js';
import { FileAnswerHandler } from './application/answers/file-answer.handler.js';
import { CallbackSecrets } from './application/ports/accounts/callback-secrets.js';
import { Received } from './application/ports/answers/received.js';
import { ReplyAddresses } from './application/ports/answers/reply-addresses.js';
import { REVIEW_AGENCY } from './application/ports/answers/review-agency.js';
import { Reviews } from './application/ports/answers/reviews.js';
import { Tickets } from './application/ports/neighbours/tickets.js';
import { SmsInbox } from './application/ports/delivery/transports.js';
import { ReceiveMailHandler } from './application/answers/receive-mail.handler.js';
import { RecordBounceHandler } from './application/answers/record-bounce.handler.js';
import { ReportSmsHandler } from './application/delivery/report-sms.handler.js';
import { SortReviewHandler } from './application/answers/sort-review.handler.js';
import { TakeCallbackHandler } from './application/delivery/take-callback.handler.js';
import type { NotificationsEnv } from './notifications.env.js';

function mailbox({ IMAP_URL }: NotificationsEnv): Provider[] {
  if (IMAP_URL === undefined) return [];
  return [
    {
      provide: ImapMailbox,
      inject: [ReceiveMailHandler, HealthRegistry],
      useFactory: (receive: ReceiveMailHandler, health: HealthRegistry) =>
        new ImapMailbox(parseImapUrl(IMAP_URL), receive, health),
    },
  ];
}

function replyAddresses({ IMAP_URL, REPLY_ADDRESS = '', REPLY_KEY = '' }: NotificationsEnv): ReplyAddresses {
  // An address that nobody reads would swallow answers.
  if (IMAP_URL === undefined) return new NoReplyAddresses();
  return new SignedReplyAddresses(REPLY_ADDRESS, Buffer.from(REPLY_KEY));
}

/** The module's half that takes in what comes back. */
export const answersProviders = (env: NotificationsEnv): Provider[] => [
  FileAnswerHandler,
  ReceiveMailHandler,
  RecordBounceHandler,
  ReportSmsHandler,
  SortReviewHandler,
  TakeCallbackHandler,
  ...mailbox(env),
  { provide: REVIEW_AGENCY, useValue: env.REVIEW_AGENCY },
  { provide: ReplyAddresses, useFactory: () => replyAddresses(env) },
  { provide: CallbackSecrets, useFactory: () => new HmacCallbackSecrets(env.SMS_CALLBACK_KEY ?? '') },
  { provide: Received, useClass: ReceivedRepository },
  { provide: Reviews, useClass: ReviewRepository },
  { provide: Tickets, useClass: NatsExchanges },
  { provide: SmsInbox, useClass: OvhSmsInbox },
];
