import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import {
  EditFileRequestSchema,
  FileKeySchema,
  PropertyFilesService,
  StageFilesRequestSchema,
  StagingState,
} from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { KeyClaims } from '../../../application/ports/property/key-claims.js';
import type { StagingState as State } from '../../../application/ports/property/stagings.js';
import { ConfirmFilesHandler } from '../../../application/staging/confirm-files.handler.js';
import { DiscardFilesHandler } from '../../../application/staging/discard-files.handler.js';
import { EditFileHandler } from '../../../application/staging/edit-file.handler.js';
import { StageFilesHandler } from '../../../application/staging/stage-files.handler.js';
import { InvalidRequest } from '../../../domain/property-errors.js';
import type { FileKey } from '../../../domain/property/keys.js';
import { fromMessage, toMessage } from '../../proto/plain.js';
import { stagedOf, toFileMessage } from '../../proto/property-file.js';
import { agencyOf } from '../agency-of.js';
import { commandOf } from './command-of.js';

const { method } = PropertyFilesService;
const MOST_KEYS = 200;

const STATES: Readonly<Record<State, StagingState>> = {
  none: StagingState.NONE,
  staging: StagingState.STAGING,
  staged: StagingState.STAGED,
  confirming: StagingState.CONFIRMING,
  confirmed: StagingState.CONFIRMED,
  discarded: StagingState.DISCARDED,
};

/** Files made in one go, and changed field by field. */
@Controller()
export class StagingController {
  constructor(
    private readonly stage: StageFilesHandler,
    private readonly confirm: ConfirmFilesHandler,
    private readonly discard: DiscardFilesHandler,
    private readonly edit: EditFileHandler,
    private readonly claims: KeyClaims,
  ) {}

  @RpcMethod(method.stageFiles)
  async stageFiles(
    @Payload() request: proto.StageFilesRequest,
  ): Promise<MessageInitShape<typeof proto.StageFilesResponseSchema>> {
    const command = commandOf(StageFilesRequestSchema, request);
    const staged = request.files.map(({ file, fields }, at) => stagedOf(file, fields, `files.${String(at)}`));
    const faults = await this.stage.execute(command, staged);
    return {
      faults: faults.map(({ field, code, params }) => ({ path: field, code, params: { ...params } })),
    };
  }

  @RpcMethod(method.confirmFiles)
  async confirmFiles(
    @Payload() request: proto.ConfirmFilesRequest,
  ): Promise<MessageInitShape<typeof proto.ConfirmFilesResponseSchema>> {
    const { commandId, mandateNumbers } = request;
    await this.confirm.execute({ agencyId: agencyOf(request), commandId }, mandateNumbers);
    return {};
  }

  @RpcMethod(method.discardFiles)
  async discardFiles(
    @Payload() request: proto.DiscardFilesRequest,
  ): Promise<MessageInitShape<typeof proto.DiscardFilesResponseSchema>> {
    await this.discard.execute({ agencyId: agencyOf(request), commandId: request.commandId });
    return {};
  }

  @RpcMethod(method.getStaging)
  async getStaging(
    @Payload() request: proto.GetStagingRequest,
  ): Promise<MessageInitShape<typeof proto.GetStagingResponseSchema>> {
    const key = { agencyId: agencyOf(request), commandId: request.commandId };
    return { state: STATES[await this.discard.stateOf(key)] };
  }

  @RpcMethod(method.findTakenKeys)
  async findTakenKeys(
    @Payload() request: proto.FindTakenKeysRequest,
  ): Promise<MessageInitShape<typeof proto.FindTakenKeysResponseSchema>> {
    if (request.keys.length > MOST_KEYS) throw new InvalidRequest([{ field: 'keys', code: 'TOO_MANY' }]);
    const keys = request.keys.map((key) => fromMessage<FileKey>(FileKeySchema, key));
    const taken = await this.claims.find(agencyOf(request), keys);
    return { taken: taken.map((one) => ({ ...one, key: toMessage(FileKeySchema, one.key) })) };
  }

  @RpcMethod(method.editFile)
  async editFile(
    @Payload() request: proto.EditFileRequest,
  ): Promise<MessageInitShape<typeof proto.EditFileResponseSchema>> {
    const command = commandOf(EditFileRequestSchema, request);
    const saved = await this.edit.execute(command, stagedOf(request.file, request.fields, 'file'));
    return { file: toFileMessage(saved) };
  }
}
