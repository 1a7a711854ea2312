import { HealthRegistry } from '@intervia/observability';
import type { HealthReport } from '@intervia/observability';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../session/session.guard.js';
import { Operation } from '../openapi/decorators.js';

@ApiTags('Operations')
@Public()
@Controller()
export class OperationsController {
  constructor(private readonly health: HealthRegistry) {}

  @Get('health')
  @Header('cache-control', 'no-store')
  @Operation(
    'getHealth',
    'Get the platform’s health',
    'Up when the services’ bus, the services, their database and their queues are.',
  )
  @ApiOkResponse({ description: 'Up.' })
  @ApiResponse({ status: 503, description: 'Down.' })
  async readHealth(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.health.report();
    reply.status(report.status === 'up' ? 200 : 503);
    return report;
  }
}
