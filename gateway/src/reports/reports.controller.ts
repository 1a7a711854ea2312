import type { DocumentRef, Report } from '@intervia/contracts';
import {
  ListReportsResponseSchema,
  Module,
  ModuleSchema,
  ReportKindSchema,
  ReportPartSchema,
  ReportSchema,
  ReportVersionSchema,
  ReportsService,
  SecurityEventKind,
  SharedWithSchema,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Places, ticketPlace } from '../directory/places.js';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { sendFile } from '../http/send-file.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demand, viewedModule } from '../session/rights.js';
import type { Right } from '../session/rights.js';
import { Logged } from '../session/security-trail.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { NewReportDto, ReportSharingDto, ReportsQuery } from './reports.dto.js';

const READ = ['SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'REPORT_NOT_FOUND'];
const COMMAND = [...READ, 'IDEMPOTENCY_KEY_REQUIRED', 'INVALID_REQUEST'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Manual, "Rapport": made by a job, listed, mailed to who asked, given to people of the building by a choice. */
@ApiTags('Reports')
@Controller('api/reports')
export class ReportsController {
  private readonly reports: ServiceClient<typeof ReportsService>;

  constructor(
    bus: BusClient,
    private readonly places: Places,
    private readonly store: FileStore,
  ) {
    this.reports = bus.service(ReportsService);
  }

  @Get()
  @Operation('listReports', 'List reports', 'Newest first; those being made are there too.')
  @Answers(ListReportsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { module, skip, limit }: ReportsQuery): Promise<JsonObject> {
    const viewed = viewedModule(me, enumValue(ModuleSchema, module));
    const asked = viewed === Module.UNSPECIFIED ? Module.SYNDIC : viewed;
    const answer = await this.reports.listReports({ caller: callerOf(me), module: asked, skip, limit });
    return toJson(ListReportsResponseSchema, answer);
  }

  @Post()
  @Operation('requestReport', 'Ask for a report', 'A job makes it; `ReportChanged` tells how far it is.')
  @Idempotent()
  @Answers(ReportSchema, { status: 201 })
  @Problems(
    ...['SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED', 'INVALID_REQUEST'],
    ...['PLACE_NOT_FOUND', 'INVALID_PERIOD', 'PERIOD_TOO_LONG'],
  )
  async request(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() dto: NewReportDto,
  ): Promise<JsonObject> {
    const module = enumValue(ModuleSchema, dto.module);
    demand(me, 'view', module);
    const place = await this.places.find(me, dto);
    const { buildingId, unitId, label, address, reference } = ticketPlace(place);
    const { report } = await this.reports.requestReport({
      context: commandOf(me, key),
      kind: enumValue(ReportKindSchema, dto.kind),
      version: enumValue(ReportVersionSchema, dto.version),
      module,
      place: { buildingId, unitId, label, address, reference },
      ...{ from: dto.from, until: dto.until, mail: me.user.mail },
      parts: (dto.parts ?? []).map((part) => enumValue(ReportPartSchema, part)),
    });
    return toJson(ReportSchema, there(report));
  }

  @Get(':id')
  @Operation('getReport', 'Get a report', 'What was asked for, how far it is, its files.')
  @Answers(ReportSchema)
  @Problems(...READ)
  async get(@Me() me: SignedIn, @Param('id') id: string): Promise<JsonObject> {
    return toJson(ReportSchema, await this.read(me, id, 'view'));
  }

  @Get(':id/report.pdf')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation('downloadReportPdf', 'Download a report as PDF', 'Tagged (PDF/UA-1), A4.')
  @Streams('application/pdf')
  @Problems(...READ, 'REPORT_NOT_READY')
  async pdf(
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(me, (await this.read(me, id, 'view')).pdf, request, reply);
  }

  @Get(':id/report.xlsx')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation('downloadReportXlsx', 'Download a report as a workbook', 'A line for each ticket.')
  @Streams(XLSX)
  @Problems(...READ, 'REPORT_NOT_READY')
  async xlsx(
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(me, (await this.read(me, id, 'view')).xlsx, request, reply);
  }

  @Get(':id/report.csv')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation('downloadReportCsv', 'Download a report as CSV', 'UTF-8 with BOM, ";", formulas escaped.')
  @Streams('text/csv')
  @Problems(...READ, 'REPORT_NOT_READY')
  async csv(
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { csv } = await this.read(me, id, 'view');
    await this.send(me, csv && { ...csv, mediaType: 'text/csv; charset=utf-8' }, request, reply);
  }

  @Put(':id/sharing')
  @Operation(
    'changeReportSharing',
    'Give a report',
    'To the council or all co-owners, on their extranet; or take it back.',
  )
  @Idempotent()
  @Answers(ReportSchema)
  @Problems(...COMMAND, 'REPORT_NOT_READY', 'REPORT_STAYS_INSIDE')
  async share(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') reportId: string,
    @Body() { sharedWith }: ReportSharingDto,
  ): Promise<JsonObject> {
    await this.read(me, reportId, 'edit');
    const people = enumValue(SharedWithSchema, sharedWith);
    const { report } = await this.reports.shareReport({
      context: commandOf(me, key),
      reportId,
      sharedWith: people,
    });
    return toJson(ReportSchema, there(report));
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Operation('rebuildReport', 'Make a report anew', 'One that was given up.')
  @Idempotent()
  @Answers(ReportSchema)
  @Problems(...COMMAND, 'REPORT_NOT_FAILED')
  async retry(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') reportId: string,
  ): Promise<JsonObject> {
    await this.read(me, reportId, 'view');
    const { report } = await this.reports.retryReport({ context: commandOf(me, key), reportId });
    return toJson(ReportSchema, there(report));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Operation('deleteReport', 'Delete a report', 'With its files; nobody sees it any more.')
  @Idempotent()
  @Problems(...COMMAND)
  async delete(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') reportId: string,
  ): Promise<void> {
    await this.read(me, reportId, 'edit');
    await this.reports.deleteReport({ context: commandOf(me, key), reportId });
  }

  /** @throws REPORT_NOT_FOUND, FORBIDDEN_ACTION */
  private async read(me: SignedIn, reportId: string, right: Right): Promise<Report> {
    const { report } = await this.reports.getReport({ caller: callerOf(me), reportId });
    const found = there(report);
    demand(me, right, found.module);
    return found;
  }

  private async send(
    { agencyId }: SignedIn,
    file: DocumentRef | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (!file) throw new AppError('REPORT_NOT_READY', 'conflict');
    await sendFile(request, reply, this.store, agencyId, file);
  }
}

function there(report: Report | undefined): Report {
  if (!report) throw new AppError('REPORT_NOT_FOUND', 'not-found');
  return report;
}
