import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { AccountNotice, DeliveryService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { ReportMail } from '../../application/ports/report-writers.js';
import type { Report, ReportFiles } from '../../domain/reports/report.js';

@Injectable()
export class NatsReportMail extends ReportMail {
  constructor(private readonly bus: BusClient) {
    super();
  }

  async send(report: Report, title: string, { pdf }: ReportFiles): Promise<void> {
    const { id, agencyId, requester, module, endedAt } = report;
    if (requester.mail === '') return;
    await this.bus.service(DeliveryService).sendAccountNotice({
      ...{ id: `report|${id}`, agencyId, notice: AccountNotice.REPORT_READY, title },
      ...{ name: requester.name, mail: requester.mail, documents: [pdf] },
      path: `/tickets/${module.toLowerCase()}/reports`,
      at: timestampFromDate(endedAt ?? report.requestedAt),
    });
  }
}
