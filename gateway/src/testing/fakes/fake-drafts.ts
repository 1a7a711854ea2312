import type { MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import type { Caller } from '@intervia/contracts';
import type {
  CreateDraftsRequest,
  CreateDraftsResponseSchema,
  DeleteDraftRequest,
  Draft,
  EnterDraftRequest,
  EnterDraftResponseSchema,
  GetDraftRequest,
  GetDraftResponseSchema,
  GetFinalSaveRequest,
  GetFinalSaveResponseSchema,
  LeaveDraftRequest,
  ListDraftsRequest,
  ListDraftsResponseSchema,
  RemoveItemRequest,
  RemoveItemResponseSchema,
  SaveFinallyRequest,
  SaveFinallyResponseSchema,
  SaveStepRequest,
  SaveStepResponseSchema,
  StepState,
} from '@intervia/contracts/property';
import {
  DraftSchema,
  DraftsService,
  FileKind,
  FinalSaveState,
  Step,
  StepStateSchema,
  Wizard,
} from '@intervia/contracts/property';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

/** Which step a form is of. */
const STEP_OF_FORM: Readonly<Record<string, Step>> = {
  owner: Step.OWNER,
  ownerAccount: Step.OWNER_ACCOUNT,
  mandate: Step.MANDATE,
  unit: Step.UNIT,
  tenantParty: Step.TENANT_PARTY,
  tenantAccount: Step.TENANT_ACCOUNT,
  rentCall: Step.RENT_CALL,
  lease: Step.LEASE,
  deposit: Step.DEPOSIT,
  various: Step.VARIOUS,
};

const TENANT_STEPS = [
  Step.TENANT_PARTY,
  Step.TENANT_ACCOUNT,
  Step.RENT_CALL,
  Step.LEASE,
  Step.DEPOSIT,
  Step.VARIOUS,
];

const STEPS_OF: Readonly<Record<Wizard, readonly Step[]>> = {
  [Wizard.UNSPECIFIED]: [],
  [Wizard.MANDATE]: [Step.OWNER, Step.OWNER_ACCOUNT, Step.MANDATE, Step.UNIT],
  [Wizard.TENANT]: TENANT_STEPS,
  [Wizard.UNIT]: [Step.UNIT],
};

/** Keeps drafts as they come, judges nothing; a draft is named after its agency: `ticket-a` is one of agency `a`. */
@Controller()
export class FakeDrafts {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(DraftsService.method.createDrafts)
  async createDrafts(
    @Payload() request: CreateDraftsRequest,
  ): Promise<MessageInitShape<typeof CreateDraftsResponseSchema>> {
    this.state.note('createDrafts', request);
    const { wizard, unitIds, mandateId } = request;
    const drafts = (unitIds.length > 0 ? unitIds : ['']).map((unitId) =>
      create(DraftSchema, {
        id: `draft-${this.state.drafts.size + 1}`,
        wizard,
        unitId,
        mandateId,
        version: 1,
        resumeStep: STEPS_OF[wizard][0],
      }),
    );
    for (const draft of drafts) this.state.drafts.set(draft.id, draft);
    return { drafts };
  }

  @RpcMethod(DraftsService.method.listDrafts)
  async listDrafts(
    @Payload() request: ListDraftsRequest,
  ): Promise<MessageInitShape<typeof ListDraftsResponseSchema>> {
    this.state.note('listDrafts', request);
    const drafts = [...this.state.drafts.values()].filter(({ wizard }) => wizard === request.wizard);
    return { drafts: drafts.map(({ $typeName: _, finalSave: __, ...draft }) => draft) };
  }

  @RpcMethod(DraftsService.method.getDraft)
  async getDraft(
    @Payload() request: GetDraftRequest,
  ): Promise<MessageInitShape<typeof GetDraftResponseSchema>> {
    this.state.note('getDraft', request);
    return { draft: this.find(request.caller, request.draftId) };
  }

  @RpcMethod(DraftsService.method.saveStep)
  async saveStep(
    @Payload() request: SaveStepRequest,
  ): Promise<MessageInitShape<typeof SaveStepResponseSchema>> {
    this.state.note('saveStep', request);
    const draft = this.find(request.context?.caller, request.draftId);
    const { content, itemId, baseVersion, next } = request;
    const step = STEP_OF_FORM[content?.form.case ?? ''] ?? Step.UNSPECIFIED;
    const before = draft.steps.find((one) => one.step === step && one.itemId === itemId);
    if (before && before.version !== baseVersion)
      throw new AppError('STEP_CHANGED', 'conflict', { by: 'Julien' });
    const kept = create(StepStateSchema, { step, itemId, version: baseVersion + 1, done: next, content });
    draft.steps = [...draft.steps.filter((one) => one !== before), kept];
    draft.keepable ||= next;
    draft.complete = STEPS_OF[draft.wizard].every((one) => isDone(draft.steps, one));
    draft.resumeStep = STEPS_OF[draft.wizard].find((one) => !isDone(draft.steps, one)) ?? step;
    const { resumeStep, complete, keepable, title } = draft;
    return { step: kept, resumeStep, complete, keepable, title };
  }

  @RpcMethod(DraftsService.method.removeItem)
  async removeItem(
    @Payload() request: RemoveItemRequest,
  ): Promise<MessageInitShape<typeof RemoveItemResponseSchema>> {
    this.state.note('removeItem', request);
    const draft = this.find(request.context?.caller, request.draftId);
    draft.steps = draft.steps.filter(({ itemId }) => itemId !== request.itemId);
    return { draft };
  }

  @RpcMethod(DraftsService.method.deleteDraft)
  async deleteDraft(@Payload() request: DeleteDraftRequest): Promise<object> {
    this.state.note('deleteDraft', request);
    this.state.drafts.delete(this.find(request.context?.caller, request.draftId).id);
    return {};
  }

  @RpcMethod(DraftsService.method.enterDraft)
  async enterDraft(
    @Payload() request: EnterDraftRequest,
  ): Promise<MessageInitShape<typeof EnterDraftResponseSchema>> {
    this.state.note('enterDraft', request);
    return { version: this.find(request.caller, request.draftId).version };
  }

  @RpcMethod(DraftsService.method.leaveDraft)
  async leaveDraft(@Payload() request: LeaveDraftRequest): Promise<object> {
    this.state.note('leaveDraft', request);
    return {};
  }

  @RpcMethod(DraftsService.method.saveFinally)
  async saveFinally(
    @Payload() request: SaveFinallyRequest,
  ): Promise<MessageInitShape<typeof SaveFinallyResponseSchema>> {
    this.state.note('saveFinally', request);
    this.find(request.context?.caller, request.draftId);
    return { save: SAVED };
  }

  @RpcMethod(DraftsService.method.getFinalSave)
  async getFinalSave(
    @Payload() request: GetFinalSaveRequest,
  ): Promise<MessageInitShape<typeof GetFinalSaveResponseSchema>> {
    this.state.note('getFinalSave', request);
    this.find(request.caller, request.draftId);
    return { save: SAVED };
  }

  private find(caller: Caller | undefined, id: string): Draft {
    const owned =
      id === `ticket-${caller?.agencyId}` ? create(DraftSchema, { id, wizard: Wizard.MANDATE }) : undefined;
    const draft = this.state.drafts.get(id) ?? owned;
    if (!draft || (id.startsWith('ticket-') && !owned)) throw new AppError('DRAFT_NOT_FOUND', 'not-found');
    return draft;
  }
}

const SAVED = {
  state: FinalSaveState.DONE,
  progress: 4,
  total: 4,
  files: [{ kind: FileKind.MANDATE, id: 'mandate-1', label: 'Mandat 1043' }],
  mandateNumber: '1043',
  unitIds: ['unit-a'],
};

function isDone(states: readonly StepState[], step: Step): boolean {
  const own = states.filter((state) => state.step === step);
  return own.length > 0 && own.every(({ done }) => done);
}
