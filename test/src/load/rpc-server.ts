import 'reflect-metadata';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  DirectoryService,
  GetAgencyRequestSchema,
  GetAgencyResponseSchema,
  type GetAgencyRequest,
} from '@intervia/contracts';
import { listen, MessagingModule, NoHttpAdapter, RpcMethod } from '@intervia/messaging';
import { connect } from '@nats-io/transport-node';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import { AGENCY, RAW_SUBJECT } from './rpc-fixture.js';

const natsUrl = process.env['NATS_URL'] ?? '';

@Controller()
class AgencyController {
  @RpcMethod(DirectoryService.method.getAgency)
  getAgency(@Payload() _request: GetAgencyRequest): object {
    return { agency: AGENCY };
  }
}

@Module({
  imports: [MessagingModule.forRoot({ service: 'directory', natsUrl, clock: 'system' })],
  controllers: [AgencyController],
})
class BenchModule {}

const app = await NestFactory.create(BenchModule, new NoHttpAdapter(), { logger: false });
await listen(app, { service: 'directory' });

const raw = await connect({ servers: natsUrl, noAsyncTraces: true });
raw.subscribe(RAW_SUBJECT.json, {
  callback: (_error, message) => {
    message.json();
    message.respond(JSON.stringify({ agency: AGENCY }));
  },
});
raw.subscribe(RAW_SUBJECT.protobuf, {
  callback: (_error, message) => {
    fromBinary(GetAgencyRequestSchema, message.data);
    message.respond(toBinary(GetAgencyResponseSchema, create(GetAgencyResponseSchema, { agency: AGENCY })));
  },
});
await raw.flush();
process.send?.('ready');
