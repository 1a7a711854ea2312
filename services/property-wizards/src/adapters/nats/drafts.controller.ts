import type { MessageInitShape } from '@bufbuild/protobuf';
import { Clock } from '@intervia/clock';
import { DraftsService } from '@intervia/contracts/property';
import type * as proto from '@intervia/contracts/property';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DraftsHandler } from '../../application/drafts/drafts.handler.js';
import { SaveStepHandler } from '../../application/drafts/save-step.handler.js';
import { presentOthers } from '../../domain/drafts/draft.js';
import type { Wizard } from '../../domain/forms/content.js';
import { FinalSaveHandler } from '../../application/save/final-save.handler.js';
import { actorOf, commandOf, limitOf } from './caller.js';
import * as codes from './codes.js';
import { readContent } from './content.mapper.js';
import { toDraftMessage, toDraftRow, toPresence, toSave, toStep } from './draft.mapper.js';

const { method } = DraftsService;

@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftsHandler,
    private readonly saveStepHandler: SaveStepHandler,
    private readonly finalSave: FinalSaveHandler,
    private readonly clock: Clock,
  ) {}

  @RpcMethod(method.createDrafts)
  async createDrafts(
    @Payload() { context, wizard, unitIds, mandateId }: proto.CreateDraftsRequest,
  ): Promise<MessageInitShape<typeof proto.CreateDraftsResponseSchema>> {
    const { actor, commandId } = commandOf(context);
    const made = await this.drafts.create(actor, { wizard: wizardOf(wizard), unitIds, mandateId, commandId });
    return { drafts: made.map((one) => toDraftMessage(one, actor.userId, this.clock.now())) };
  }

  @RpcMethod(method.listDrafts)
  async listDrafts(
    @Payload() { caller, wizard, cursor, limit }: proto.ListDraftsRequest,
  ): Promise<MessageInitShape<typeof proto.ListDraftsResponseSchema>> {
    const actor = actorOf(caller);
    const page = await this.drafts.list(actor, wizardOf(wizard), { cursor, limit: limitOf(limit) });
    const now = this.clock.now();
    return {
      drafts: page.drafts.map((draft) => toDraftRow(draft, actor.userId, now)),
      nextCursor: page.nextCursor,
    };
  }

  @RpcMethod(method.getDraft)
  async getDraft(
    @Payload() { caller, draftId }: proto.GetDraftRequest,
  ): Promise<MessageInitShape<typeof proto.GetDraftResponseSchema>> {
    const actor = actorOf(caller);
    return { draft: toDraftMessage(await this.drafts.get(actor, draftId), actor.userId, this.clock.now()) };
  }

  @RpcMethod(method.saveStep)
  async saveStep(
    @Payload() request: proto.SaveStepRequest,
  ): Promise<MessageInitShape<typeof proto.SaveStepResponseSchema>> {
    const { actor, commandId } = commandOf(request.context);
    const content = readContent(request.content);
    if (!content) throw new AppError('STEP_NOT_OF_WIZARD', 'invalid');
    const { draftId, itemId, baseVersion, next } = request;
    const saved = { ...content, itemId, baseVersion, next, commandId };
    const { draft, step, others } = await this.saveStepHandler.execute(actor, draftId, saved);
    return {
      step: toStep(step),
      resumeStep: codes.step.write(draft.resumeStep),
      resumeItemId: draft.resumeItemId,
      complete: draft.complete,
      keepable: draft.keepable,
      title: draft.title,
      others: others.map(toStep),
    };
  }

  @RpcMethod(method.removeItem)
  async removeItem(
    @Payload() { context, draftId, itemId }: proto.RemoveItemRequest,
  ): Promise<MessageInitShape<typeof proto.RemoveItemResponseSchema>> {
    const { actor } = commandOf(context);
    const evaluated = await this.drafts.removeItem(actor, draftId, itemId);
    return { draft: toDraftMessage(evaluated, actor.userId, this.clock.now()) };
  }

  @RpcMethod(method.deleteDraft)
  async deleteDraft(
    @Payload() { context, draftId }: proto.DeleteDraftRequest,
  ): Promise<MessageInitShape<typeof proto.DeleteDraftResponseSchema>> {
    await this.drafts.delete(commandOf(context).actor, draftId);
    return {};
  }

  @RpcMethod(method.enterDraft)
  async enterDraft(
    @Payload() { caller, draftId, step }: proto.EnterDraftRequest,
  ): Promise<MessageInitShape<typeof proto.EnterDraftResponseSchema>> {
    const actor = actorOf(caller);
    const draft = await this.drafts.enter(actor, draftId, codes.step.read(step));
    const others = presentOthers(draft, actor.userId, this.clock.now());
    return { presences: others.map(toPresence), version: draft.version };
  }

  @RpcMethod(method.leaveDraft)
  async leaveDraft(
    @Payload() { caller, draftId }: proto.LeaveDraftRequest,
  ): Promise<MessageInitShape<typeof proto.LeaveDraftResponseSchema>> {
    await this.drafts.leave(actorOf(caller), draftId);
    return {};
  }

  @RpcMethod(method.saveFinally)
  async saveFinally(
    @Payload() { context, draftId }: proto.SaveFinallyRequest,
  ): Promise<MessageInitShape<typeof proto.SaveFinallyResponseSchema>> {
    const { actor, commandId } = commandOf(context);
    return { save: toSave(await this.finalSave.execute(actor, draftId, commandId)) };
  }

  @RpcMethod(method.getFinalSave)
  async getFinalSave(
    @Payload() { caller, draftId }: proto.GetFinalSaveRequest,
  ): Promise<MessageInitShape<typeof proto.GetFinalSaveResponseSchema>> {
    return { save: toSave(await this.finalSave.get(actorOf(caller), draftId)) };
  }
}

function wizardOf(value: proto.Wizard): Wizard {
  const wizard = codes.wizard.read(value);
  if (wizard === '') throw new AppError('WIZARD_MISSING', 'invalid');
  return wizard;
}
