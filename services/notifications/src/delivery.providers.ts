import { Clock } from '@intervia/clock';
import { BusClient } from '@intervia/messaging';
import { HealthRegistry, Metrics } from '@intervia/observability';
import { OutsideHosts } from '@intervia/outside';
import type { Provider } from '@nestjs/common';
import { BullmqDeliveryQueue } from './adapters/bullmq/bullmq-delivery-queue.js';
import { DeliveryWorkers } from './adapters/bullmq/delivery-workers.js';
import { AesSecrets } from './adapters/crypto/aes-secrets.js';
import { ChannelSettingsRepository } from './adapters/mongo/channel-settings.repository.js';
import { ConversationRepository } from './adapters/mongo/conversation.repository.js';
import { CreditsRepository } from './adapters/mongo/credits.repository.js';
import { DigestRepository } from './adapters/mongo/digest.repository.js';
import { MessageRepository } from './adapters/mongo/messages/message.repository.js';
import { PersonMessagesRepository } from './adapters/mongo/messages/person-messages.repository.js';
import { SentMessagesRepository } from './adapters/mongo/messages/sent-messages.repository.js';
import { NatsAdministrators } from './adapters/nats/neighbours/nats-administrators.js';
import { NatsAgencies } from './adapters/nats/neighbours/nats-agencies.js';
import { OperatorsDoor } from './adapters/operators/operators-door.js';
import { OvhAccounts } from './adapters/ovh-sms/ovh-accounts.js';
import { OvhSmsTransport } from './adapters/ovh-sms/ovh-sms.transport.js';
import { SmtpMailTransport } from './adapters/smtp/smtp-mail.transport.js';
import { SmtpProbe } from './adapters/smtp/smtp-probe.js';
import { TestAccountHandler } from './application/accounts/test-account.handler.js';
import { AllowedHosts } from './application/ports/accounts/allowed-hosts.js';
import { MailProbe } from './application/ports/accounts/mail-probe.js';
import { FrenchNoticeRenderer } from './adapters/templating/notice-renderer.js';
import type { Round } from './adapters/timers/rounds.js';
import { Rounds } from './adapters/timers/rounds.js';
import { AlertCollection } from './application/alerts/alert-collection.js';
import { AlertPreferenceHandler } from './application/alerts/alert-preference.handler.js';
import { Channels } from './application/accounts/channels.js';
import { CheckCreditsHandler } from './application/accounts/check-credits.handler.js';
import { SendAccountNoticeHandler } from './application/accounts/send-account-notice.handler.js';
import { DeadLettersHandler } from './application/delivery/dead-letters.handler.js';
import { DeliverMessageHandler } from './application/delivery/deliver-message.handler.js';
import { GetChannelsQuery } from './application/accounts/get-channels.query.js';
import { ListMessagesQuery } from './application/delivery/list-messages.query.js';
import { MailDelivery } from './application/delivery/mail-delivery.js';
import { NoticeDelivery } from './application/delivery/notice-delivery.js';
import { PollSmsHandler } from './application/delivery/poll-sms.handler.js';
import { Accounts } from './application/ports/accounts/accounts.js';
import { TellAdministrators } from './application/delivery/tell-administrators.js';
import { Administrators } from './application/ports/neighbours/administrators.js';
import { Agencies } from './application/ports/neighbours/agencies.js';
import { ChannelSettingsStore } from './application/ports/accounts/channel-settings.js';
import { Conversations } from './application/ports/answers/conversations.js';
import { CreditsLog } from './application/ports/accounts/credits.js';
import { DeliveryQueue } from './application/ports/delivery/delivery-queue.js';
import { Digests } from './application/ports/delivery/digests.js';
import { Messages } from './application/ports/delivery/messages.js';
import { PersonMessages } from './application/ports/privacy/person-messages.js';
import { NoticeRenderer } from './application/ports/delivery/notice-renderer.js';
import { PUBLIC_URL } from './application/ports/delivery/public-url.js';
import { Secrets } from './application/ports/accounts/secrets.js';
import { SentMessages } from './application/ports/delivery/sent-messages.js';
import { MailTransport, SmsTransport } from './application/ports/delivery/transports.js';
import { RecordMessagesHandler } from './application/delivery/record-messages.handler.js';
import { EraseTicketHandler } from './application/delivery/erase-ticket.handler.js';
import { CorrectReachHandler } from './application/delivery/correct-reach.handler.js';
import { ResendLinkHandler } from './application/delivery/resend-link.handler.js';
import { RequeuePendingHandler } from './application/delivery/requeue-pending.handler.js';
import { SaveChannelsHandler } from './application/accounts/save-channels.handler.js';
import { SendDigestsHandler } from './application/alerts/send-digests.handler.js';
import { SmsDelivery } from './application/delivery/sms-delivery.js';
import { StoredAccounts } from './application/accounts/stored-accounts.js';
import type { NotificationsEnv } from './notifications.env.js';
import { platformAccounts } from './platform-accounts.js';

const MINUTE_MS = 60_000;

/** OVH is asked for what its calls did not say: all, where it cannot call, else those that met nobody here. */
function rounds(
  { SMS_CALLBACK_KEY }: NotificationsEnv,
  digests: SendDigestsHandler,
  credits: CheckCreditsHandler,
  sms: PollSmsHandler,
): Round[] {
  return [
    { name: 'digests', everyMs: MINUTE_MS, run: () => digests.execute() },
    { name: 'credits', everyMs: 60 * MINUTE_MS, run: () => credits.execute() },
    {
      name: 'incoming SMS and receipts',
      everyMs: (SMS_CALLBACK_KEY === undefined ? 5 : 60) * MINUTE_MS,
      run: () => sms.execute(),
    },
  ];
}

const useCases: Provider[] = [
  RecordMessagesHandler,
  DeliverMessageHandler,
  RequeuePendingHandler,
  ResendLinkHandler,
  CorrectReachHandler,
  EraseTicketHandler,
  ListMessagesQuery,
  MailDelivery,
  SmsDelivery,
  NoticeDelivery,
  Channels,
  AlertCollection,
  AlertPreferenceHandler,
  SendDigestsHandler,
  CheckCreditsHandler,
  TellAdministrators,
  SendAccountNoticeHandler,
  TestAccountHandler,
  GetChannelsQuery,
  SaveChannelsHandler,
  DeadLettersHandler,
  PollSmsHandler,
];

/** The module's half that makes messages arrive. */
export const deliveryProviders = (env: NotificationsEnv): Provider[] => [
  ...useCases,
  { provide: Messages, useClass: MessageRepository },
  { provide: PersonMessages, useClass: PersonMessagesRepository },
  { provide: SentMessages, useClass: SentMessagesRepository },
  { provide: Conversations, useClass: ConversationRepository },
  { provide: Digests, useClass: DigestRepository },
  { provide: CreditsLog, useClass: CreditsRepository },
  { provide: ChannelSettingsStore, useClass: ChannelSettingsRepository },
  { provide: Agencies, useClass: NatsAgencies },
  {
    provide: Administrators,
    inject: [BusClient],
    useFactory: (bus: BusClient) => new NatsAdministrators(bus, env.OPERATOR_MAIL),
  },
  { provide: PUBLIC_URL, useValue: env.PUBLIC_URL },
  { provide: NoticeRenderer, useFactory: () => new FrenchNoticeRenderer(env.PUBLIC_URL) },
  { provide: Secrets, useFactory: () => new AesSecrets(env.SECRETS_KEYS) },
  {
    provide: Accounts,
    inject: [ChannelSettingsStore, Secrets],
    useFactory: (store: ChannelSettingsStore, secrets: Secrets) =>
      new StoredAccounts(store, secrets, platformAccounts(env)),
  },
  { provide: OutsideHosts, useFactory: () => new OutsideHosts(env.OUTSIDE_ALLOWED) },
  { provide: AllowedHosts, useExisting: OutsideHosts },
  {
    provide: MailTransport,
    useFactory: (hosts: OutsideHosts) => new SmtpMailTransport(hosts),
    inject: [OutsideHosts],
  },
  {
    provide: MailProbe,
    useFactory: (hosts: OutsideHosts) => new SmtpProbe(hosts),
    inject: [OutsideHosts],
  },
  {
    provide: OvhAccounts,
    useFactory: () =>
      new OvhAccounts({ host: env.OVH_HOST, port: env.OVH_PORT, basePath: env.OVH_BASE_PATH }),
  },
  { provide: SmsTransport, useClass: OvhSmsTransport },
  { provide: BullmqDeliveryQueue, useFactory: () => new BullmqDeliveryQueue(env.REDIS_URL) },
  { provide: DeliveryQueue, useExisting: BullmqDeliveryQueue },
  {
    provide: DeliveryWorkers,
    inject: [DeliverMessageHandler, RequeuePendingHandler, HealthRegistry, Metrics],
    useFactory: (
      deliver: DeliverMessageHandler,
      requeue: RequeuePendingHandler,
      health: HealthRegistry,
      metrics: Metrics,
    ) => new DeliveryWorkers(env.REDIS_URL, deliver, requeue, health, metrics),
  },
  {
    provide: Rounds,
    inject: [SendDigestsHandler, CheckCreditsHandler, PollSmsHandler, Clock],
    useFactory: (
      digests: SendDigestsHandler,
      credits: CheckCreditsHandler,
      sms: PollSmsHandler,
      clock: Clock,
    ) => new Rounds(rounds(env, digests, credits, sms), clock),
  },
  {
    provide: OperatorsDoor,
    inject: [BullmqDeliveryQueue],
    useFactory: (queue: BullmqDeliveryQueue) =>
      new OperatorsDoor(
        { port: env.OPERATOR_PORT, host: env.OPERATOR_HOST, token: env.OPERATOR_TOKEN ?? '' },
        queue,
      ),
  },
];
