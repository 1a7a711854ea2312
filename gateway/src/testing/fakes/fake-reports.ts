import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { Module, ReportState, ReportsService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const { method } = ReportsService;

/** Of agency `a` there is a report by the id of each of its tickets, about its co-ownership; of others none. */
@Controller()
export class FakeReports {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(method.requestReport)
  async request(
    @Payload() request: proto.RequestReportRequest,
  ): Promise<MessageInitShape<typeof proto.RequestReportResponseSchema>> {
    this.state.note('requestReport', request);
    return { report: { id: request.context?.commandId, module: request.module, state: ReportState.PENDING } };
  }

  @RpcMethod(method.listReports)
  async list(
    @Payload() request: proto.ListReportsRequest,
  ): Promise<MessageInitShape<typeof proto.ListReportsResponseSchema>> {
    this.state.note('listReports', request);
    return { reports: [], total: 0 };
  }

  @RpcMethod(method.getReport)
  async get(
    @Payload() { caller, reportId: id }: proto.GetReportRequest,
  ): Promise<MessageInitShape<typeof proto.GetReportResponseSchema>> {
    if (caller?.agencyId !== 'a' || !this.state.tickets.has(id))
      throw new AppError('REPORT_NOT_FOUND', 'not-found');
    return { report: { id, module: Module.SYNDIC, state: ReportState.READY, ...this.files(id) } };
  }

  @RpcMethod(method.shareReport)
  async share(
    @Payload() request: proto.ShareReportRequest,
  ): Promise<MessageInitShape<typeof proto.ShareReportResponseSchema>> {
    this.state.note('shareReport', request);
    return { report: { id: request.reportId, module: Module.SYNDIC, sharedWith: request.sharedWith } };
  }

  @RpcMethod(method.retryReport)
  async retry(
    @Payload() { reportId: id }: proto.RetryReportRequest,
  ): Promise<MessageInitShape<typeof proto.RetryReportResponseSchema>> {
    return { report: { id, module: Module.SYNDIC, state: ReportState.PENDING } };
  }

  @RpcMethod(method.deleteReport)
  async delete(
    @Payload() request: proto.DeleteReportRequest,
  ): Promise<MessageInitShape<typeof proto.DeleteReportResponseSchema>> {
    this.state.note('deleteReport', request);
    return {};
  }

  @RpcMethod(method.getCarnet)
  async carnet(
    @Payload() { buildingId }: proto.GetCarnetRequest,
  ): Promise<MessageInitShape<typeof proto.GetCarnetResponseSchema>> {
    return { carnet: { buildingId } };
  }

  @RpcMethod(method.saveCarnet)
  async saveCarnet(
    @Payload() { carnet }: proto.SaveCarnetRequest,
  ): Promise<MessageInitShape<typeof proto.SaveCarnetResponseSchema>> {
    return { carnet };
  }

  @RpcMethod(method.listSharedReports)
  async shared(
    @Payload() request: proto.ListSharedReportsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSharedReportsResponseSchema>> {
    this.state.note('listSharedReports', request);
    if (request.agencyId !== 'a') return {};
    return { reports: [{ id: 'ticket-a', ...this.files('ticket-a') }] };
  }

  /** Of the ticket that has the same id. */
  private files(id: string) {
    const file = this.state.tickets.get(id)?.documents[0]?.ref;
    return { pdf: file, xlsx: file, csv: file };
  }
}
