import { create } from '@bufbuild/protobuf';
import type { Report } from '@intervia/contracts';
import { ListSharedReportsResponseSchema, ReportsService } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../http/send-file.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems, Streams } from '../openapi/decorators.js';
import { ForClients, MeAsClient } from '../session/session.guard.js';
import type { SignedInClient } from '../session/sessions.js';
import { ClientScopes } from './client-scopes.js';

/** Reports that the agency gave to the council, or to all co-owners. */
@ApiTags('Clients’ extranet')
@ForClients()
@Controller('api/client/reports')
export class ClientReportsController {
  private readonly reports: ServiceClient<typeof ReportsService>;

  constructor(
    bus: BusClient,
    private readonly scopes: ClientScopes,
    private readonly store: FileStore,
  ) {
    this.reports = bus.service(ReportsService);
  }

  @Get()
  @Operation('listSharedReports', 'List reports', 'Given to the council or to all co-owners, newest first.')
  @Answers(ListSharedReportsResponseSchema)
  @Problems('SIGN_IN_REQUIRED')
  async list(@MeAsClient() me: SignedInClient): Promise<JsonObject> {
    const reports = (await this.shared(me)).map(shown);
    return toJson(ListSharedReportsResponseSchema, create(ListSharedReportsResponseSchema, { reports }));
  }

  @Get(':id/report.pdf')
  @Operation('downloadSharedReport', 'Download a report', 'One that was given to the client.')
  @Streams('application/pdf')
  @Problems('SIGN_IN_REQUIRED', 'REPORT_NOT_FOUND')
  async pdf(
    @MeAsClient() me: SignedInClient,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = (await this.shared(me)).find((one) => one.id === id);
    if (!report?.pdf) throw new AppError('REPORT_NOT_FOUND', 'not-found');
    await sendFile(request, reply, this.store, me.agencyId, report.pdf);
  }

  private async shared(me: SignedInClient): Promise<Report[]> {
    const { councilBuildingIds, ownedBuildingIds } = await this.scopes.of(me);
    const { agencyId } = me;
    return (await this.reports.listSharedReports({ agencyId, councilBuildingIds, ownedBuildingIds })).reports;
  }
}

/** Neither who asked for it nor what is the agency's own. */
const shown = ({ id, kind, place, from, until, endedAt, sharedWith, pdf }: Report) => ({
  ...{ id, kind, from, until, endedAt, sharedWith, pdf },
  place: { label: place?.label ?? '' },
});
