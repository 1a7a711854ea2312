import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  CafRunSchema,
  DropFileRequest,
  DropFileResponseSchema,
  GetFileRequest,
  GetFileResponseSchema,
  GetRunRequest,
  GetRunResponseSchema,
  ListFilesRequest,
  ListFilesResponseSchema,
  ListRadiationsRequest,
  ListRadiationsResponseSchema,
  PreviewRowsRequest,
  PreviewRowsResponseSchema,
  RegenerateFileRequest,
  RegenerateFileResponseSchema,
  StartRunRequest,
  StartRunResponseSchema,
} from '@intervia/contracts';
import { CafService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DropFileHandler } from '../../application/files/drop-file.handler.js';
import { PreviewRowsQuery } from '../../application/files/preview-rows.query.js';
import { RunHandler } from '../../application/files/run.handler.js';
import { FileJournal, Radiations, Runs } from '../../application/ports/stores.js';
import type { Run } from '../../domain/file/records.js';
import { NotFound } from '../../domain/values/errors.js';
import { ROW_FILTERS, pageOf, toCaller, toCommand, toFileFilter, toScope } from './from-proto.js';
import { fromFile, fromRadiation, fromRow, fromRun } from './to-proto.js';

@Controller()
export class CafFilesController {
  constructor(
    private readonly preview: PreviewRowsQuery,
    private readonly runs: RunHandler,
    private readonly drop: DropFileHandler,
    private readonly journal: FileJournal,
    private readonly attempts: Runs,
    private readonly radiations: Radiations,
  ) {}

  @RpcMethod(CafService.method.previewRows)
  async previewRows(
    @Payload() { caller, scope, filter, cursor }: PreviewRowsRequest,
  ): Promise<MessageInitShape<typeof PreviewRowsResponseSchema>> {
    const { agencyId } = toCaller(caller);
    const found = await this.preview.execute(
      agencyId,
      toScope(scope),
      ROW_FILTERS[filter],
      cursor || undefined,
    );
    return { rows: found.rows.map(fromRow), nextCursor: found.next ?? '' };
  }

  @RpcMethod(CafService.method.startRun)
  async start(
    @Payload() { context, scope, dry }: StartRunRequest,
  ): Promise<MessageInitShape<typeof StartRunResponseSchema>> {
    return this.answer(await this.runs.start(toCommand(context), toScope(scope), dry));
  }

  @RpcMethod(CafService.method.regenerateFile)
  async regenerate(
    @Payload() { context, fileId }: RegenerateFileRequest,
  ): Promise<MessageInitShape<typeof RegenerateFileResponseSchema>> {
    return this.answer(await this.runs.regenerate(toCommand(context), fileId));
  }

  @RpcMethod(CafService.method.getRun)
  async getRun(
    @Payload() { caller, runId }: GetRunRequest,
  ): Promise<MessageInitShape<typeof GetRunResponseSchema>> {
    return this.answer(await this.runs.find(toCaller(caller).agencyId, runId));
  }

  @RpcMethod(CafService.method.listFiles)
  async list(
    @Payload() { caller, ...asked }: ListFilesRequest,
  ): Promise<MessageInitShape<typeof ListFilesResponseSchema>> {
    const { agencyId } = toCaller(caller);
    const { items, next } = await this.journal.list(agencyId, toFileFilter(asked), ...pageOf(asked));
    const blocked = asked.cursor ? [] : await this.attempts.blocked(agencyId, asked.entityId);
    // Tens of faults each would fill the answer: the list says how many, the run says which.
    const short = blocked.map((run) => fromRun({ ...run, faults: run.faults.slice(0, 5) }));
    return { files: items.map(fromFile), nextCursor: next ?? '', blocked: short };
  }

  @RpcMethod(CafService.method.getFile)
  async getFile(
    @Payload() { caller, fileId }: GetFileRequest,
  ): Promise<MessageInitShape<typeof GetFileResponseSchema>> {
    const file = await this.journal.find(toCaller(caller).agencyId, fileId);
    if (!file) throw new NotFound('FILE', fileId);
    return { file: fromFile(file) };
  }

  @RpcMethod(CafService.method.dropFile)
  async dropNow(
    @Payload() { context, fileId }: DropFileRequest,
  ): Promise<MessageInitShape<typeof DropFileResponseSchema>> {
    const { caller } = toCommand(context);
    return { file: fromFile(await this.drop.execute(caller.agencyId, fileId)) };
  }

  @RpcMethod(CafService.method.listRadiations)
  async listRadiations(
    @Payload() { caller, ...page }: ListRadiationsRequest,
  ): Promise<MessageInitShape<typeof ListRadiationsResponseSchema>> {
    const { agencyId } = toCaller(caller);
    const { items, next } = await this.radiations.list(agencyId, ...pageOf(page));
    const ids = [...new Set(items.map(({ fileId }) => fileId).filter(Boolean))];
    const files = await Promise.all(ids.map((id) => this.journal.find(agencyId, id)));
    const names = new Map(files.map((file) => [file?.id, file?.name]));
    return {
      radiations: items.map((record) => fromRadiation(record, names.get(record.fileId) ?? '')),
      nextCursor: next ?? '',
    };
  }

  private async answer(run: Run): Promise<{ run: MessageInitShape<typeof CafRunSchema> }> {
    const file = run.fileId ? await this.journal.find(run.agencyId, run.fileId) : undefined;
    return { run: fromRun(run, file) };
  }
}
