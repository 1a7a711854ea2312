import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { ImportsService, LineStatus } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const { method } = ImportsService;

/** Stores whatever comes. */
@Controller()
export class FakeImports {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(method.beginImport)
  async begin(
    @Payload() request: proto.BeginImportRequest,
  ): Promise<MessageInitShape<typeof proto.BeginImportResponseSchema>> {
    this.state.note('beginImport', request);
    return { progress: { importId: request.importId } };
  }

  @RpcMethod(method.importLines)
  async take(
    @Payload() request: proto.ImportLinesRequest,
  ): Promise<MessageInitShape<typeof proto.ImportLinesResponseSchema>> {
    this.state.note('importLines', request);
    return { answers: request.lines.map(({ line }) => ({ line, status: LineStatus.STORED })) };
  }

  @RpcMethod(method.endImport)
  async end(
    @Payload() request: proto.EndImportRequest,
  ): Promise<MessageInitShape<typeof proto.EndImportResponseSchema>> {
    this.state.note('endImport', request);
    return { progress: { importId: request.importId, finished: request.finished } };
  }

  @RpcMethod(method.getImport)
  async get(
    @Payload() request: proto.GetImportRequest,
  ): Promise<MessageInitShape<typeof proto.GetImportResponseSchema>> {
    this.state.note('getImport', request);
    return { progress: { importId: request.importId, lastLine: 7 } };
  }
}
