import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { ModuleSchema, ReportsService, SharedWithSchema, enumName } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Carnets } from '../../application/ports/carnets.js';
import { Reports } from '../../application/ports/reports.js';
import { ReportsHandler } from '../../application/reports/reports.handler.js';
import type { Report, SharedWith } from '../../domain/reports/report.js';
import { ReportNotFound } from '../../domain/reports/report.js';
import { fromCarnet, toCarnet, toOrder, toProto } from './report.mapper.js';

const { method } = ReportsService;
const DEFAULT_LIMIT = 20;
const MOST = 100;

@Controller()
export class ReportsController {
  constructor(
    private readonly handler: ReportsHandler,
    private readonly reports: Reports,
    private readonly carnets: Carnets,
  ) {}

  @RpcMethod(method.requestReport)
  async request(
    @Payload() request: proto.RequestReportRequest,
  ): Promise<MessageInitShape<typeof proto.RequestReportResponseSchema>> {
    return { report: toProto(await this.handler.request(toOrder(request))) };
  }

  @RpcMethod(method.listReports)
  async list(
    @Payload() { caller, module, skip, limit }: proto.ListReportsRequest,
  ): Promise<MessageInitShape<typeof proto.ListReportsResponseSchema>> {
    const { reports, total } = await this.reports.list(agencyOf(caller), {
      module: enumName(ModuleSchema, module),
      staffId: staffOf(caller),
      ...{ skip, limit: Math.min(limit || DEFAULT_LIMIT, MOST) },
    });
    return { reports: reports.map(toProto), total };
  }

  @RpcMethod(method.getReport)
  async get(
    @Payload() { caller, reportId }: proto.GetReportRequest,
  ): Promise<MessageInitShape<typeof proto.GetReportResponseSchema>> {
    return { report: toProto(await this.seen(caller, reportId)) };
  }

  @RpcMethod(method.shareReport)
  async share(
    @Payload() { context, reportId, sharedWith }: proto.ShareReportRequest,
  ): Promise<MessageInitShape<typeof proto.ShareReportResponseSchema>> {
    const { agencyId } = await this.seen(context?.caller, reportId);
    const people = sharedWith ? (enumName(SharedWithSchema, sharedWith) as SharedWith) : 'NOBODY';
    return { report: toProto(await this.handler.share(agencyId, reportId, people)) };
  }

  @RpcMethod(method.retryReport)
  async retry(
    @Payload() { context, reportId }: proto.RetryReportRequest,
  ): Promise<MessageInitShape<typeof proto.RetryReportResponseSchema>> {
    const { agencyId } = await this.seen(context?.caller, reportId);
    return { report: toProto(await this.handler.retry(agencyId, reportId)) };
  }

  @RpcMethod(method.deleteReport)
  async delete(
    @Payload() { context, reportId }: proto.DeleteReportRequest,
  ): Promise<MessageInitShape<typeof proto.DeleteReportResponseSchema>> {
    const { agencyId } = await this.seen(context?.caller, reportId);
    await this.handler.delete(agencyId, reportId);
    return {};
  }

  @RpcMethod(method.getCarnet)
  async carnet(
    @Payload() { caller, buildingId }: proto.GetCarnetRequest,
  ): Promise<MessageInitShape<typeof proto.GetCarnetResponseSchema>> {
    return { carnet: fromCarnet(await this.carnets.read(agencyOf(caller), buildingId)) };
  }

  @RpcMethod(method.saveCarnet)
  async saveCarnet(
    @Payload() { context, carnet }: proto.SaveCarnetRequest,
  ): Promise<MessageInitShape<typeof proto.SaveCarnetResponseSchema>> {
    const saved = await this.handler.saveCarnet(toCarnet(agencyOf(context?.caller), carnet));
    return { carnet: fromCarnet(saved) };
  }

  @RpcMethod(method.listSharedReports)
  async shared(
    @Payload() { agencyId, councilBuildingIds, ownedBuildingIds }: proto.ListSharedReportsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSharedReportsResponseSchema>> {
    const reports = await this.reports.shared(agencyId, { councilBuildingIds, ownedBuildingIds });
    return { reports: reports.map(toProto) };
  }

  /** Assistants and accountants see those that they asked for. @throws ReportNotFound */
  private async seen(caller: proto.Caller | undefined, id: string): Promise<Report> {
    const report = await this.handler.get(agencyOf(caller), id);
    const staffId = staffOf(caller);
    if (staffId && report.staffId !== staffId) throw new ReportNotFound();
    return report;
  }
}

const agencyOf = (caller: proto.Caller | undefined): string => caller?.agencyId ?? '';
const staffOf = (caller: proto.Caller | undefined): string =>
  caller?.attachedOnly ? (caller.actor?.id ?? '') : '';
