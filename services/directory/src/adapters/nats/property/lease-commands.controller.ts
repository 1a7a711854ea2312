import type { MessageInitShape } from '@bufbuild/protobuf';
import * as proto from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EnterSharerHandler } from '../../../application/tenancy/enter-sharer.handler.js';
import { KeepUpHandlers } from '../../../application/tenancy/keep-up.handlers.js';
import { NoticeHandlers, RecordDeparturesHandler } from '../../../application/tenancy/leave.handlers.js';
import { InvalidRequest } from '../../../domain/property-errors.js';
import type {
  Departure,
  FlatSharer,
  Guarantor,
  LeaseFile,
  Notice,
  RentRevision,
} from '../../../domain/property/lease.js';
import type { Posting } from '../../../domain/property/posting.js';
import { fromMessage, toMessage } from '../../proto/plain.js';
import { stagedOf } from '../../proto/property-file.js';
import { agencyOf } from '../agency-of.js';
import { actorOf, commandOf } from './command-of.js';

const { method } = proto.PropertyFilesService;
const MOST_AT_ONCE = 500;

const toLeaseMessage = (lease: LeaseFile): proto.LeaseFile => toMessage(proto.LeaseFileSchema, lease);

function given<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new InvalidRequest([{ field, code: 'REQUIRED' }]);
  return value;
}

/** What happens to a lease between its beginning and its end, and to its account. */
@Controller()
export class LeaseCommandsController {
  constructor(
    private readonly notices: NoticeHandlers,
    private readonly departures: RecordDeparturesHandler,
    private readonly entries: EnterSharerHandler,
    private readonly keepUp: KeepUpHandlers,
  ) {}

  @RpcMethod(method.giveNotice)
  async giveNotice(
    @Payload() request: proto.GiveNoticeRequest,
  ): Promise<MessageInitShape<typeof proto.GiveNoticeResponseSchema>> {
    const command = commandOf(proto.GiveNoticeRequestSchema, request);
    const notice = fromMessage<Notice>(proto.NoticeSchema, given(request.notice, 'notice'));
    return { lease: toLeaseMessage(await this.notices.give(command, request, notice)) };
  }

  @RpcMethod(method.withdrawNotice)
  async withdrawNotice(
    @Payload() request: proto.WithdrawNoticeRequest,
  ): Promise<MessageInitShape<typeof proto.WithdrawNoticeResponseSchema>> {
    const command = commandOf(proto.WithdrawNoticeRequestSchema, request);
    return { lease: toLeaseMessage(await this.notices.withdraw(command, request, request.noticeId)) };
  }

  @RpcMethod(method.recordDepartures)
  async recordDepartures(
    @Payload() request: proto.RecordDeparturesRequest,
  ): Promise<MessageInitShape<typeof proto.RecordDeparturesResponseSchema>> {
    const command = commandOf(proto.RecordDeparturesRequestSchema, request);
    const asked = request.departures.map(({ leaseId, version, departure }, at) => ({
      leaseId,
      version,
      departure: fromMessage<Departure>(
        proto.DepartureSchema,
        given(departure, `departures.${String(at)}.departure`),
      ),
    }));
    return { results: await this.departures.execute(command, asked) };
  }

  @RpcMethod(method.enterSharer)
  async enterSharer(
    @Payload() request: proto.EnterSharerRequest,
  ): Promise<MessageInitShape<typeof proto.EnterSharerResponseSchema>> {
    // Codes of parties are computed anew when a command is repeated: they do not tell it from another.
    const command = commandOf(proto.EnterSharerRequestSchema, { ...request, parties: [] });
    const entry = {
      sharer: fromMessage<FlatSharer>(proto.FlatSharerSchema, given(request.sharer, 'sharer')),
      replacesSharerId: request.replacesSharerId,
      guarantors: request.guarantors.map((one) => fromMessage<Guarantor>(proto.GuarantorSchema, one)),
    };
    const parties = request.parties.map(({ file, fields }, at) =>
      stagedOf(file, fields, `parties.${String(at)}`),
    );
    return { lease: toLeaseMessage(await this.entries.execute(command, request, entry, parties)) };
  }

  @RpcMethod(method.reviseRent)
  async reviseRent(
    @Payload() request: proto.ReviseRentRequest,
  ): Promise<MessageInitShape<typeof proto.ReviseRentResponseSchema>> {
    const command = commandOf(proto.ReviseRentRequestSchema, request);
    const revision = fromMessage<RentRevision>(proto.RentRevisionSchema, given(request.revision, 'revision'));
    const { lines, nextRevisionOn } = request;
    const asked = { revision, lines, nextRevisionOn };
    return { lease: toLeaseMessage(await this.keepUp.reviseRent(command, request, asked)) };
  }

  @RpcMethod(method.postToAccount)
  async postToAccount(
    @Payload() request: proto.PostToAccountRequest,
  ): Promise<MessageInitShape<typeof proto.PostToAccountResponseSchema>> {
    const command = commandOf(proto.PostToAccountRequestSchema, request);
    const posting = fromMessage<Posting>(proto.PostingSchema, given(request.posting, 'posting'));
    return { posting: toMessage(proto.PostingSchema, await this.keepUp.post(command, posting)) };
  }

  @RpcMethod(method.postToAccounts)
  async postToAccounts(
    @Payload() request: proto.PostToAccountsRequest,
  ): Promise<MessageInitShape<typeof proto.PostToAccountsResponseSchema>> {
    if (request.postings.length > MOST_AT_ONCE)
      throw new InvalidRequest([{ field: 'postings', code: 'TOO_MANY' }]);
    const by = { agencyId: agencyOf(request), actor: actorOf(request.caller) };
    const postings = request.postings.map((one) => fromMessage<Posting>(proto.PostingSchema, one));
    return toMessage(proto.PostToAccountsResponseSchema, {
      results: await this.keepUp.postAll(by, postings),
    });
  }

  @RpcMethod(method.setCafNumbers)
  async setCafNumbers(
    @Payload() request: proto.SetCafNumbersRequest,
  ): Promise<MessageInitShape<typeof proto.SetCafNumbersResponseSchema>> {
    if (request.numbers.length > MOST_AT_ONCE)
      throw new InvalidRequest([{ field: 'numbers', code: 'TOO_MANY' }]);
    const asked = request.numbers.map(({ leaseId, sharerId, cafNumber }) => ({
      leaseId,
      sharerId,
      cafNumber,
    }));
    return { errorCodes: await this.keepUp.setCafNumbers(agencyOf(request), asked) };
  }

  @RpcMethod(method.markAlarmDone)
  async markAlarmDone(
    @Payload() request: proto.MarkAlarmDoneRequest,
  ): Promise<MessageInitShape<typeof proto.MarkAlarmDoneResponseSchema>> {
    const { leaseId, alarmId, doneOn } = request;
    const command = commandOf(proto.MarkAlarmDoneRequestSchema, request);
    return { lease: toLeaseMessage(await this.keepUp.markAlarmDone(command, { leaseId, alarmId, doneOn })) };
  }
}
