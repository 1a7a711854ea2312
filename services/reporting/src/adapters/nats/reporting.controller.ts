import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  GetArchiveRequest,
  GetArchiveResponseSchema,
  MessageSent,
  PersonErased,
  TicketClosed,
  TicketDeleted,
  TicketReopened,
} from '@intervia/contracts';
import {
  ArchiveState,
  MessageDeliveredSchema,
  MessageFailedSchema,
  MessageSentSchema,
  PersonErasedSchema,
  ReportingService,
  TicketClosedSchema,
  TicketDeletedSchema,
  TicketReopenedSchema,
} from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent, OnEvents, RpcMethod } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { EraseTicketHandler } from '../../application/erase-ticket.handler.js';
import { DiscardArchiveHandler } from '../../application/discard-archive.handler.js';
import { GetArchiveQuery } from '../../application/get-archive.query.js';
import { RequestArchiveHandler } from '../../application/request-archive.handler.js';
import { SettleArchiveHandler } from '../../application/settle-archive.handler.js';
import { RemakeReportsHandler } from '../../application/reports/remake-reports.handler.js';
import { ReadModel } from '../../application/ports/read-model.js';
import { madeOf } from '../../domain/archive.js';
import type { Archive } from '../../domain/archive.js';
import { toLessons } from './lessons.js';

const states: Readonly<Record<Archive['state'], ArchiveState>> = {
  PENDING: ArchiveState.PENDING,
  READY: ArchiveState.READY,
  FAILED: ArchiveState.FAILED,
};

@Controller()
export class ReportingController {
  constructor(
    private readonly getArchive: GetArchiveQuery,
    private readonly requestArchive: RequestArchiveHandler,
    private readonly discardArchive: DiscardArchiveHandler,
    private readonly settleArchive: SettleArchiveHandler,
    private readonly eraseTicket: EraseTicketHandler,
    private readonly remakeReports: RemakeReportsHandler,
    private readonly model: ReadModel,
    private readonly inbox: Inbox,
  ) {}

  @RpcMethod(ReportingService.method.getArchive)
  async archive(
    @Payload() request: GetArchiveRequest,
  ): Promise<MessageInitShape<typeof GetArchiveResponseSchema>> {
    const archive = await this.getArchive.execute(request.caller?.agencyId ?? '', request.ticketId);
    const made = madeOf(archive);
    return made
      ? { state: ArchiveState.READY, summary: made.summary, archive: made.archive }
      : { state: states[archive.state] };
  }

  @OnEvent(TicketClosedSchema)
  async onTicketClosed(@Payload() event: TicketClosed, @Ctx() meta: EventMeta): Promise<void> {
    const { ticket } = event;
    await this.inbox.once(meta, async () => {
      await this.model.learn(meta.agencyId, toLessons(meta, event));
      await this.requestArchive.execute(meta.agencyId, meta.aggregateId, ticket?.version ?? 0);
    });
  }

  @OnEvent(TicketReopenedSchema)
  async onTicketReopened(@Payload() event: TicketReopened, @Ctx() meta: EventMeta): Promise<void> {
    await this.inbox.once(meta, async () => {
      await this.model.learn(meta.agencyId, toLessons(meta, event));
      await this.discardArchive.execute(meta.agencyId, meta.aggregateId, event.ticket?.version ?? 0);
    });
  }

  @OnEvent(TicketDeletedSchema)
  async onTicketDeleted(
    @Payload() { ticketId, documentIds }: TicketDeleted,
    @Ctx() meta: EventMeta,
  ): Promise<void> {
    await this.inbox.once(meta, async () => {
      const buildingId = await this.model.buildingOf(meta.agencyId, ticketId);
      await this.model.forget(meta.agencyId, ticketId);
      await this.eraseTicket.execute(meta.agencyId, ticketId, documentIds);
      // A crash after the row went leaves the building unknown: then the agency's are all made again.
      await this.remakeReports.execute(meta.agencyId, buildingId);
    });
  }

  @OnEvents([MessageSentSchema, MessageFailedSchema, MessageDeliveredSchema])
  async onMessageSettled(@Payload() { ticketId }: MessageSent, @Ctx() meta: EventMeta): Promise<void> {
    if (!ticketId) return;
    await this.inbox.once(meta, async () => {
      await this.settleArchive.execute(meta.agencyId, ticketId, meta.occurredAt);
    });
  }

  /** The archive is made anew when somebody asks for it, without them. */
  @OnEvent(PersonErasedSchema)
  async onPersonErased(
    @Payload() { ticketId, documentIds, version, subject, missionIds }: PersonErased,
    @Ctx() meta: EventMeta,
  ): Promise<void> {
    await this.inbox.once(meta, async () => {
      await this.model.strikeOut(meta.agencyId, ticketId, { version, subject, missionIds });
      await this.eraseTicket.execute(meta.agencyId, ticketId, documentIds);
      const buildingId = await this.model.buildingOf(meta.agencyId, ticketId);
      if (buildingId !== undefined) await this.remakeReports.execute(meta.agencyId, buildingId);
    });
  }
}
