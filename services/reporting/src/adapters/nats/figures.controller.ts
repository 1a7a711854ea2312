import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import {
  FiguresService,
  HoursKind,
  MeasuredKindSchema,
  WaitedForSchema,
  enumName,
} from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { MeasureQuery } from '../../application/measure.query.js';
import type { MeasuredKind } from '../../application/measure.query.js';
import { ReadModel } from '../../application/ports/read-model.js';
import { RequestRebuildHandler } from '../../application/request-rebuild.handler.js';
import { toAsked, toDashboard, toMeasuredTicket, toStatistics } from './figures.mapper.js';

const { method } = FiguresService;
const DEFAULT_LIMIT = 50;
const MOST = 200;

@Controller()
export class FiguresController {
  constructor(
    private readonly measure: MeasureQuery,
    private readonly model: ReadModel,
    private readonly requestRebuild: RequestRebuildHandler,
  ) {}

  @RpcMethod(method.getStatistics)
  async statistics(
    @Payload() { caller, segment }: proto.GetStatisticsRequest,
  ): Promise<MessageInitShape<typeof proto.GetStatisticsResponseSchema>> {
    return toStatistics(await this.measure.statistics(agencyOf(caller), toAsked(caller, segment)));
  }

  @RpcMethod(method.getDashboard)
  async dashboard(
    @Payload() { caller, segment, hours }: proto.GetDashboardRequest,
  ): Promise<MessageInitShape<typeof proto.GetDashboardResponseSchema>> {
    const kind = hours === HoursKind.WORKING ? 'WORKING' : 'CALENDAR';
    return toDashboard(await this.measure.dashboard(agencyOf(caller), toAsked(caller, segment), kind));
  }

  @RpcMethod(method.listMeasuredTickets)
  async tickets(
    @Payload() request: proto.ListMeasuredTicketsRequest,
  ): Promise<MessageInitShape<typeof proto.ListMeasuredTicketsResponseSchema>> {
    const { caller, segment, kind, waitedFor, ageBand, type, skip, limit } = request;
    const { rows, total } = await this.measure.tickets(agencyOf(caller), toAsked(caller, segment), {
      kind: kind ? (enumName(MeasuredKindSchema, kind) as MeasuredKind) : 'ALL',
      ...(waitedFor && { waitedFor: enumName(WaitedForSchema, waitedFor) }),
      ...(ageBand !== undefined && { ageBand }),
      ...(type && { type }),
      skip,
      limit: Math.min(limit || DEFAULT_LIMIT, MOST),
    });
    return { tickets: rows.map(toMeasuredTicket), total };
  }

  @RpcMethod(method.rebuildFigures)
  async rebuild(
    @Payload() { caller }: proto.RebuildFiguresRequest,
  ): Promise<MessageInitShape<typeof proto.RebuildFiguresResponseSchema>> {
    await this.requestRebuild.execute(agencyOf(caller));
    return {};
  }

  @RpcMethod(method.getFiguresState)
  async state(
    @Payload() { caller }: proto.GetFiguresStateRequest,
  ): Promise<MessageInitShape<typeof proto.GetFiguresStateResponseSchema>> {
    const { rebuilding, builtAt } = await this.model.state(agencyOf(caller));
    return { rebuilding, builtAt: builtAt && timestampFromDate(builtAt) };
  }
}

const agencyOf = (caller: proto.Caller | undefined): string => caller?.agencyId ?? '';
