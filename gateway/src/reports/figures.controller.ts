import type { GetDashboardResponse, GetStatisticsResponse, SegmentSchema } from '@intervia/contracts';
import {
  FiguresService,
  GetDashboardResponseSchema,
  GetFiguresStateResponseSchema,
  GetStatisticsResponseSchema,
  HoursKindSchema,
  ListMeasuredTicketsResponseSchema,
  MeasuredKindSchema,
  Module,
  ModuleSchema,
  SecurityEventKind,
  WaitedForSchema,
} from '@intervia/contracts';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { dispositionOf } from '../http/send-file.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { demandAdministrator, modulesWith, viewedModule } from '../session/rights.js';
import { Logged } from '../session/security-trail.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { DashboardQuery, MeasuredTicketsQuery, SegmentQuery, SheetQuery } from './figures.dto.js';
import { dashboardTables, statisticsTables } from './sheets.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

const PROBLEMS = [
  'SIGN_IN_REQUIRED',
  'FORBIDDEN_ACTION',
  'INVALID_REQUEST',
  'INVALID_PERIOD',
  'PERIOD_TOO_LONG',
];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Segment = Exclude<MessageInitShape<typeof SegmentSchema>, { $typeName: string }>;

/** Manual, "Pictogramme de statistiques"; and how the house runs. For whoever sees the module's tickets. */
@ApiTags('Figures')
@Controller('api/figures')
export class FiguresController {
  private readonly figures: ServiceClient<typeof FiguresService>;

  constructor(bus: BusClient) {
    this.figures = bus.service(FiguresService);
  }

  @Get('statistics')
  @Operation('getStatistics', 'Count tickets', 'By source, type, month, manager and trade.')
  @Answers(GetStatisticsResponseSchema)
  @Problems(...PROBLEMS)
  async statistics(@Me() me: SignedIn, @Query() query: SegmentQuery): Promise<JsonObject> {
    return toJson(GetStatisticsResponseSchema, await this.readStatistics(me, query));
  }

  @Get('dashboard')
  @Operation('getDashboard', 'Measure how the house runs', 'Beside the period before, which is as long.')
  @Answers(GetDashboardResponseSchema)
  @Problems(...PROBLEMS)
  async dashboard(@Me() me: SignedIn, @Query() query: DashboardQuery): Promise<JsonObject> {
    return toJson(GetDashboardResponseSchema, await this.readDashboard(me, query));
  }

  @Get('tickets')
  @Operation('listMeasuredTickets', 'List the tickets behind a figure', 'The newest first.')
  @Answers(ListMeasuredTicketsResponseSchema)
  @Problems(...PROBLEMS)
  async tickets(@Me() me: SignedIn, @Query() query: MeasuredTicketsQuery): Promise<JsonObject> {
    const { kind, waitedFor, ageBand, type, skip, limit } = query;
    const answer = await this.figures.listMeasuredTickets({
      caller: callerOf(me),
      segment: segmentOf(me, query),
      kind: enumValue(MeasuredKindSchema, kind),
      waitedFor: enumValue(WaitedForSchema, waitedFor),
      ...{ ageBand, type, skip, limit },
    });
    return toJson(ListMeasuredTicketsResponseSchema, answer);
  }

  @Get('export.csv')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation('exportFiguresCsv', 'Export figures as CSV', 'UTF-8 with BOM, ";", formulas escaped.')
  @Streams('text/csv')
  @Problems(...PROBLEMS)
  async csv(@Me() me: SignedIn, @Query() query: SheetQuery, @Res() reply: FastifyReply): Promise<void> {
    const text = writeCsv(await this.tables(me, query));
    await this.send(reply, 'text/csv', `${nameOf(query)}.csv`, Buffer.from(text));
  }

  @Get('export.xlsx')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation('exportFiguresXlsx', 'Export figures as a workbook', 'A sheet for each table.')
  @Streams(XLSX)
  @Problems(...PROBLEMS)
  async xlsx(@Me() me: SignedIn, @Query() query: SheetQuery, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, XLSX, `${nameOf(query)}.xlsx`, await writeXlsx(await this.tables(me, query)));
  }

  @Get('state')
  @Operation('getFiguresState', 'Tell whether figures are being rebuilt', 'They serve meanwhile.')
  @Answers(GetFiguresStateResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION')
  async state(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.figures.getFiguresState({ caller: callerOf(me) });
    return toJson(GetFiguresStateResponseSchema, answer);
  }

  @Post('rebuild')
  @HttpCode(200)
  @Operation(
    'rebuildFigures',
    'Make the figures anew',
    'From all facts that are kept; doing it twice is harmless.',
  )
  @Answers(GetFiguresStateResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION')
  async rebuild(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    await this.figures.rebuildFigures({ caller: callerOf(me) });
    return this.state(me);
  }

  private readStatistics(me: SignedIn, query: SegmentQuery): Promise<GetStatisticsResponse> {
    return this.figures.getStatistics({ caller: callerOf(me), segment: segmentOf(me, query) });
  }

  private readDashboard(me: SignedIn, query: DashboardQuery): Promise<GetDashboardResponse> {
    const hours = enumValue(HoursKindSchema, query.hours);
    return this.figures.getDashboard({ caller: callerOf(me), segment: segmentOf(me, query), hours });
  }

  private async tables(me: SignedIn, query: SheetQuery): Promise<ReturnType<typeof statisticsTables>> {
    return query.sheet === 'statistics'
      ? statisticsTables(await this.readStatistics(me, query))
      : dashboardTables(await this.readDashboard(me, query));
  }

  private async send(reply: FastifyReply, mediaType: string, name: string, bytes: Buffer): Promise<void> {
    await reply
      .type(mediaType === 'text/csv' ? 'text/csv; charset=utf-8' : mediaType)
      .header('content-disposition', dispositionOf({ name, mediaType }))
      .send(bytes);
  }
}

const nameOf = ({ sheet, from, until }: SheetQuery): string =>
  `${sheet === 'statistics' ? 'statistiques' : 'tableau-de-bord'}-${from}-${until}`;

function segmentOf(me: SignedIn, query: SegmentQuery): Segment {
  const { module, from, until, buildingId, unitId, managerId, contractorId, source, trade, urgent } = query;
  const viewed = viewedModule(me, enumValue(ModuleSchema, module));
  const modules = viewed === Module.UNSPECIFIED ? modulesWith(me, 'view') : [viewed];
  return { modules, from, until, buildingId, unitId, managerId, contractorId, source, trade, urgent };
}
