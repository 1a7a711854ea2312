import { DeliveryService, SmsReport } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { RECEIPT_LIMIT } from './receipt-limit.js';
import { Public } from '../session/session.guard.js';
import { Operation } from '../openapi/decorators.js';

const REPORTS: Readonly<Record<string, SmsReport>> = {
  receipt: SmsReport.RECEIPT,
  incoming: SmsReport.INCOMING,
};

/**
 * Where OVH calls when something happened to an SMS. Not signed, so the address is secret, and nothing of the call is believed
 * but which SMS to look at: the state is read again at OVH. It is OVH that chose GET.
 */
@ApiTags('Provider callbacks')
@Public()
@Controller('receipts/sms')
export class ReceiptsController {
  private readonly delivery: ServiceClient<typeof DeliveryService>;

  constructor(bus: BusClient) {
    this.delivery = bus.service(DeliveryService);
  }

  @Get(':secret/:about')
  @HttpCode(200)
  @RouteConfig({ rateLimit: RECEIPT_LIMIT })
  @Operation('reportSms', 'Report on an SMS', 'OVH calls it when an SMS moved, or when one came in.')
  @ApiResponse({ status: 200, description: 'Noted.', content: { 'text/plain': {} } })
  @ApiResponse({ status: 404, description: 'Not an address of ours.' })
  async report(
    @Param('secret') secret: string,
    @Param('about') about: string,
    @Query('id') id: unknown,
  ): Promise<string> {
    const report = REPORTS[about];
    if (report === undefined || typeof id !== 'string') throw new AppError('RECEIPT_REFUSED', 'not-found');
    await this.delivery.reportSms({ secret, report, providerId: id });
    return 'OK';
  }
}
