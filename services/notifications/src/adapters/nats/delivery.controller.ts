import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  Caller,
  DocumentRef,
  GetAlertPreferenceRequest,
  GetAlertPreferenceResponseSchema,
  GetChannelsRequest,
  GetChannelsResponseSchema,
  ListDeadLettersRequest,
  ListDeadLettersResponseSchema,
  ReplayDeadLetterRequest,
  ReplayDeadLetterResponseSchema,
  ReportSmsRequest,
  ReportSmsResponseSchema,
  SaveAlertPreferenceRequest,
  SaveAlertPreferenceResponseSchema,
  SaveChannelsRequest,
  SaveChannelsResponseSchema,
  SendAccountNoticeRequest,
  SendAccountNoticeResponseSchema,
  TestMailAccountRequest,
  TestMailAccountResponseSchema,
} from '@intervia/contracts';
import { AccountNotice, DeliveryService, MailProbe, SmsReport } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AlertPreferenceHandler } from '../../application/alerts/alert-preference.handler.js';
import { DeadLettersHandler } from '../../application/delivery/dead-letters.handler.js';
import type { ShownChannels } from '../../application/accounts/get-channels.query.js';
import { GetChannelsQuery } from '../../application/accounts/get-channels.query.js';
import { SaveChannelsHandler } from '../../application/accounts/save-channels.handler.js';
import { SendAccountNoticeHandler } from '../../application/accounts/send-account-notice.handler.js';
import { CallbackRefused, TakeCallbackHandler } from '../../application/delivery/take-callback.handler.js';
import type { AccountNoticeKind } from '../../domain/notice.js';
import type { ProbeResult } from '../../application/ports/accounts/mail-probe.js';
import { TestAccountHandler } from '../../application/accounts/test-account.handler.js';
import { toMailDraft, toChannelsDraft, toChannelsProto } from './channels-to-proto.js';

const agencyOf = (caller: Caller | undefined): string => caller?.agencyId ?? '';
const userOf = (caller: Caller | undefined): string => caller?.actor?.id ?? '';

const PROBES: Readonly<Record<ProbeResult, MailProbe>> = {
  ok: MailProbe.OK,
  host: MailProbe.HOST,
  port: MailProbe.PORT,
  tls: MailProbe.TLS,
  password: MailProbe.PASSWORD,
  sender: MailProbe.SENDER,
  recipient: MailProbe.RECIPIENT,
  other: MailProbe.OTHER,
};

/** Undefined for a number of a newer caller. */
const NOTICES: Readonly<Partial<Record<AccountNotice, AccountNoticeKind>>> = {
  [AccountNotice.PASSWORD_RESET]: 'password-reset',
  [AccountNotice.PASSWORD_CHANGED]: 'password-changed',
  [AccountNotice.NEW_DEVICE]: 'new-device',
  [AccountNotice.SECOND_FACTOR_CHANGED]: 'second-factor-changed',
};

const toDocument = ({ id, name, mediaType, size, sha256 }: DocumentRef) => ({
  ...{ id, name, mediaType, size, sha256 },
});

const REPORTS = { [SmsReport.RECEIPT]: 'receipt', [SmsReport.INCOMING]: 'incoming' } as const;

@Controller()
export class DeliveryController {
  constructor(
    private readonly channels: GetChannelsQuery,
    private readonly saveChannels: SaveChannelsHandler,
    private readonly callbacks: TakeCallbackHandler,
    private readonly preferences: AlertPreferenceHandler,
    private readonly letters: DeadLettersHandler,
    private readonly accountNotices: SendAccountNoticeHandler,
    private readonly testing: TestAccountHandler,
  ) {}

  @RpcMethod(DeliveryService.method.getChannels)
  async getChannels(
    @Payload() { caller }: GetChannelsRequest,
  ): Promise<MessageInitShape<typeof GetChannelsResponseSchema>> {
    return { settings: toSettings(await this.channels.execute(agencyOf(caller))) };
  }

  @RpcMethod(DeliveryService.method.saveChannels)
  async save(
    @Payload() { caller, settings }: SaveChannelsRequest,
  ): Promise<MessageInitShape<typeof SaveChannelsResponseSchema>> {
    await this.saveChannels.execute(toChannelsDraft(agencyOf(caller), settings));
    return { settings: toSettings(await this.channels.execute(agencyOf(caller))) };
  }

  @RpcMethod(DeliveryService.method.testMailAccount)
  async testMailAccount(
    @Payload() { caller, mail }: TestMailAccountRequest,
  ): Promise<MessageInitShape<typeof TestMailAccountResponseSchema>> {
    const draft = toMailDraft(mail);
    if (!draft) return {};
    const result = await this.testing.execute(agencyOf(caller), userOf(caller), draft);
    return { result: PROBES[result] };
  }

  @RpcMethod(DeliveryService.method.sendAccountNotice)
  async sendAccountNotice(
    @Payload() request: SendAccountNoticeRequest,
  ): Promise<MessageInitShape<typeof SendAccountNoticeResponseSchema>> {
    const { id, agencyId, notice, name, mail, path, device, address, at } = request;
    if (notice === AccountNotice.REPORT_READY) {
      const { title, documents } = request;
      const told = { kind: 'report-ready' as const, name, path, title, documents: documents.map(toDocument) };
      await this.accountNotices.execute(id, agencyId, mail, told);
      return {};
    }
    const kind = NOTICES[notice];
    if (kind) {
      const told = { kind, name, path, device, address, at: at ? timestampDate(at) : new Date(0) };
      await this.accountNotices.execute(id, agencyId, mail, told);
    }
    return {};
  }

  @RpcMethod(DeliveryService.method.reportSms)
  async reportSms(
    @Payload() { secret, report, providerId }: ReportSmsRequest,
  ): Promise<MessageInitShape<typeof ReportSmsResponseSchema>> {
    if (report === SmsReport.UNSPECIFIED) throw new CallbackRefused();
    await this.callbacks.execute(secret, REPORTS[report], providerId);
    return {};
  }

  @RpcMethod(DeliveryService.method.getAlertPreference)
  async getPreference(
    @Payload() { caller }: GetAlertPreferenceRequest,
  ): Promise<MessageInitShape<typeof GetAlertPreferenceResponseSchema>> {
    return { preference: await this.preferences.get(agencyOf(caller), userOf(caller)) };
  }

  @RpcMethod(DeliveryService.method.saveAlertPreference)
  async savePreference(
    @Payload() { caller, preference }: SaveAlertPreferenceRequest,
  ): Promise<MessageInitShape<typeof SaveAlertPreferenceResponseSchema>> {
    const { digest = false, hour = 0 } = preference ?? {};
    return { preference: await this.preferences.save(agencyOf(caller), userOf(caller), { digest, hour }) };
  }

  @RpcMethod(DeliveryService.method.listDeadLetters)
  async listDeadLetters(
    @Payload() { caller }: ListDeadLettersRequest,
  ): Promise<MessageInitShape<typeof ListDeadLettersResponseSchema>> {
    const letters = await this.letters.list(agencyOf(caller));
    return {
      letters: letters.map(({ sequence, service, type, id, aggregateId, reason, occurredAt, diedAt }) => ({
        sequence: BigInt(sequence),
        service,
        type,
        eventId: id,
        aggregateId,
        reason,
        occurredAt: timestampFromDate(occurredAt),
        diedAt: timestampFromDate(diedAt),
      })),
    };
  }

  @RpcMethod(DeliveryService.method.replayDeadLetter)
  async replay(
    @Payload() { caller, sequence }: ReplayDeadLetterRequest,
  ): Promise<MessageInitShape<typeof ReplayDeadLetterResponseSchema>> {
    await this.letters.replay(agencyOf(caller), Number(sequence));
    return {};
  }
}

const toSettings = ({ settings, ...beside }: ShownChannels) => toChannelsProto(settings, beside);
