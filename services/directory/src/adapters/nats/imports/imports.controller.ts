import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { ImportsService, LineStatus as ProtoStatus } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ImportBaseHandler } from '../../../application/imports/import-base.handler.js';
import type { ImportLine, ImportProgress, LineStatus } from '../../../domain/imports/import.js';
import { fromPublishRequest } from '../publication.mapper.js';

const { method } = ImportsService;

const STATUSES: Readonly<Record<LineStatus, ProtoStatus>> = {
  stored: ProtoStatus.STORED,
  unchanged: ProtoStatus.UNCHANGED,
  older: ProtoStatus.OLDER,
  refused: ProtoStatus.REFUSED,
};

/** The base of an agency, line by line. */
@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportBaseHandler) {}

  @RpcMethod(method.beginImport)
  async begin(
    @Payload() request: proto.BeginImportRequest,
  ): Promise<MessageInitShape<typeof proto.BeginImportResponseSchema>> {
    return { progress: toProgress(await this.imports.begin(request)) };
  }

  @RpcMethod(method.importLines)
  async take(
    @Payload() request: proto.ImportLinesRequest,
  ): Promise<MessageInitShape<typeof proto.ImportLinesResponseSchema>> {
    const { agencyId, lines, refusedBefore, lastLine } = request;
    const records = lines.flatMap((line) => fromLine(agencyId, line));
    const answers = await this.imports.take(request, records, refusedBefore, lastLine);
    return {
      answers: answers.map(({ line, status, faults }) => ({
        line,
        status: STATUSES[status],
        faults: faults.map(({ field, code }) => ({ field, code })),
      })),
    };
  }

  @RpcMethod(method.endImport)
  async end(
    @Payload() request: proto.EndImportRequest,
  ): Promise<MessageInitShape<typeof proto.EndImportResponseSchema>> {
    return { progress: toProgress(await this.imports.end(request, request.finished)) };
  }

  @RpcMethod(method.getImport)
  async get(
    @Payload() { agencyId, importId }: proto.GetImportRequest,
  ): Promise<MessageInitShape<typeof proto.GetImportResponseSchema>> {
    return { progress: toProgress(await this.imports.progress(agencyId, importId)) };
  }
}

/** The record is of the agency that the run is of, whatever it says. */
function fromLine(agencyId: string, { line, type, id, version, record }: proto.ImportLine): ImportLine[] {
  if (!record) return [];
  return [{ line, type, id, version: Number(version), record: fromPublishRequest({ ...record, agencyId }) }];
}

const toProgress = ({
  startedAt,
  updatedAt,
  ...progress
}: ImportProgress): MessageInitShape<typeof proto.ImportProgressSchema> => ({
  ...progress,
  startedAt: timestampFromDate(startedAt),
  updatedAt: timestampFromDate(updatedAt),
});
