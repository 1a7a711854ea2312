import { Clock } from '@intervia/clock';
import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import { toPeriod } from '../../domain/measures/days.js';
import { assertCarnet } from '../../domain/reports/carnet.js';
import type { Carnet } from '../../domain/reports/carnet.js';
import { ReportNotFailed, ReportNotFound, assertShareable } from '../../domain/reports/report.js';
import type { Report, ReportOrder, SharedWith } from '../../domain/reports/report.js';
import { Carnets } from '../ports/carnets.js';
import { Reports } from '../ports/reports.js';
import { WorkQueue } from '../ports/work-queue.js';

/** Reports are asked for, given, taken back and deleted. */
@Injectable()
export class ReportsHandler {
  constructor(
    private readonly reports: Reports,
    private readonly carnets: Carnets,
    private readonly queue: WorkQueue,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidPeriod, PeriodTooLong */
  async request(order: Omit<ReportOrder, 'requestedAt'>): Promise<Report> {
    toPeriod(order.from, order.until);
    const report = await this.reports.request({ ...order, requestedAt: this.clock.now() });
    await this.enqueue(report);
    return report;
  }

  /** @throws ReportNotFound */
  async get(agencyId: string, id: string): Promise<Report> {
    const report = await this.reports.find(agencyId, id);
    if (!report) throw new ReportNotFound();
    return report;
  }

  /** @throws ReportNotFound, ReportNotReady, ReportStaysInside */
  async share(agencyId: string, id: string, sharedWith: SharedWith): Promise<Report> {
    assertShareable(await this.get(agencyId, id), sharedWith);
    const shared = await this.reports.share(agencyId, id, sharedWith);
    if (!shared) throw new ReportNotFound();
    return shared;
  }

  /** @throws ReportNotFound, ReportNotFailed */
  async retry(agencyId: string, id: string): Promise<Report> {
    await this.get(agencyId, id);
    const report = await this.reports.retry(agencyId, id);
    if (!report) throw new ReportNotFailed();
    await this.enqueue(report);
    return report;
  }

  /** @throws ReportNotFound */
  async delete(agencyId: string, id: string): Promise<void> {
    const gone = await this.reports.delete(agencyId, id, this.clock.now());
    if (!gone) throw new ReportNotFound();
    const files = Object.values(gone.files ?? {}) as { id: string }[];
    await this.files.erase(
      agencyId,
      files.map((file) => file.id),
      [`report:${id}`],
    );
  }

  /** @throws InvalidCarnet, VersionConflict */
  saveCarnet(carnet: Carnet): Promise<Carnet> {
    assertCarnet(carnet);
    return this.carnets.save(carnet);
  }

  private enqueue({ agencyId, id }: Report): Promise<void> {
    return this.queue.add([{ kind: 'report', agencyId, id }]);
  }
}
