import { HealthRegistry } from '@intervia/observability';
import type { Provider } from '@nestjs/common';
import { HmacCallbackSecrets } from './adapters/crypto/callback-secrets.js';
import { NoReplyAddresses, SignedReplyAddresses } from './adapters/crypto/reply-addresses.js';
import { ImapMailbox } from './adapters/imap/imap-mailbox.js';
import { parseImapUrl } from './adapters/imap/imap-url.js';
import { ReceivedRepository } from './adapters/mongo/received.repository.js';
import { ReviewRepository } from './adapters/mongo/review.repository.js';
import { NatsExchanges } from './adapters/nats/nats-exchanges.js';
import { OvhSmsInbox } from './adapters/ovh-sms/ovh-sms.inbox.js';
import { FileAnswerHandler } from './application/file-answer.handler.js';
import { CallbackSecrets } from './application/ports/callback-secrets.js';
import { Received } from './application/ports/received.js';
import { ReplyAddresses } from './application/ports/reply-addresses.js';
import { ReviewAgency } from './application/ports/review-agency.js';
import { Reviews } from './application/ports/reviews.js';
import { Tickets } from './application/ports/tickets.js';
import { SmsInbox } from './application/ports/transports.js';
import { ReceiveMailHandler } from './application/receive-mail.handler.js';
import { RecordBounceHandler } from './application/record-bounce.handler.js';
import { ReportSmsHandler } from './application/report-sms.handler.js';
import { SortReviewHandler } from './application/sort-review.handler.js';
import { TakeCallbackHandler } from './application/take-callback.handler.js';
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
  { provide: ReviewAgency, useValue: { id: env.REVIEW_AGENCY } satisfies ReviewAgency },
  { provide: ReplyAddresses, useFactory: () => replyAddresses(env) },
  { provide: CallbackSecrets, useFactory: () => new HmacCallbackSecrets(env.SMS_CALLBACK_KEY ?? '') },
  { provide: Received, useClass: ReceivedRepository },
  { provide: Reviews, useClass: ReviewRepository },
  { provide: Tickets, useClass: NatsExchanges },
  { provide: SmsInbox, useClass: OvhSmsInbox },
];
