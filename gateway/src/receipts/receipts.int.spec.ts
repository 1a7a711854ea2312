import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ReportSmsRequest, ReportSmsResponseSchema } from '@intervia/contracts';
import { DeliveryService, SmsReport } from '@intervia/contracts';
import { AppError, MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import request from 'supertest';
import type { House } from '../testing/house.js';
import { openHouse } from '../testing/house.js';

jest.setTimeout(60_000);

const reports: ReportSmsRequest[] = [];

@Controller()
class FakeDelivery {
  @RpcMethod(DeliveryService.method.reportSms)
  async report(@Payload() sent: ReportSmsRequest): Promise<MessageInitShape<typeof ReportSmsResponseSchema>> {
    if (sent.secret !== 'platform.secret') throw new AppError('RECEIPT_REFUSED', 'not-found');
    reports.push(sent);
    return {};
  }
}

@Module({ controllers: [FakeDelivery] })
class FakeDeliveryModule {}

describe('callbacks of OVH', () => {
  let house: House;
  let delivery: INestApplication;

  beforeAll(async () => {
    house = await openHouse();
    const natsUrl = house.nats.url;
    const messaging = MessagingModule.forRoot({ service: 'delivery', natsUrl, clock: 'system' });
    const root = { module: FakeDeliveryModule, imports: [messaging] };
    delivery = await NestFactory.create(root, new NoHttpAdapter(), { logger: false });
    await listen(delivery, { service: 'delivery', events: false });
  });

  afterAll(async () => {
    await delivery.close();
    await house.close();
  });

  it.each([
    ['receipt', SmsReport.RECEIPT],
    ['incoming', SmsReport.INCOMING],
  ])('are handed on as which SMS to look at, and nothing else (%s)', async (about, report) => {
    await request(house.url)
      .get(`/receipts/sms/platform.secret/${about}?id=42&ptt=4&description=delivered`)
      .expect(200);
    expect(reports.at(-1)).toMatchObject({ secret: 'platform.secret', report, providerId: '42' });
  });

  it.each([
    ['another secret', '/receipts/sms/platform.other/receipt?id=42'],
    ['another word', '/receipts/sms/platform.secret/else?id=42'],
    ['no SMS', '/receipts/sms/platform.secret/receipt'],
    ['two SMS', '/receipts/sms/platform.secret/receipt?id=1&id=2'],
  ])('are refused with %s', async (_fault, path) => {
    const before = reports.length;
    await request(house.url).get(path).expect(404);
    expect(reports).toHaveLength(before);
  });
});
