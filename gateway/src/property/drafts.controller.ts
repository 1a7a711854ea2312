import {
  CreateDraftsResponseSchema,
  DraftSchema,
  DraftsService,
  EnterDraftResponseSchema,
  FinalSaveSchema,
  ListDraftsResponseSchema,
  SaveStepResponseSchema,
  StepSchema,
  WizardSchema,
} from '@intervia/contracts/property';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { DraftsQuery, NewDraftsDto, PresenceDto, StepDto } from './drafts.dto.js';
import { demandRead, demandWrite } from './property-access.js';
import { Speech } from './speech.js';
import { StepContents } from './step-content.js';
import { there } from './there.js';

const COMMAND = ['FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED', 'IDEMPOTENCY_KEY_REUSED', 'INVALID_REQUEST'];
const ON_DRAFT = [...COMMAND, 'DRAFT_NOT_FOUND', 'DRAFT_BEING_SAVED'];
const ON_STEP = [
  ...ON_DRAFT,
  'STEP_CHANGED',
  'DRAFT_TOO_LARGE',
  'STEP_NOT_OF_WIZARD',
  'ITEM_NOT_FOUND',
  'TOO_MANY_UNITS',
];

/** Drafts of the three wizards (manual, "Nouveau(x) mandat, locataire et/ou lot"). */
@ApiTags('Property drafts')
@Controller('api/property/drafts')
export class DraftsController {
  private readonly drafts: ServiceClient<typeof DraftsService>;

  constructor(
    bus: BusClient,
    private readonly contents: StepContents,
    private readonly speech: Speech,
  ) {
    this.drafts = bus.service(DraftsService);
  }

  @Get()
  @Operation(
    'listDrafts',
    'List drafts',
    'Those of a wizard of which a step was validated, and the caller’s own; newest first.',
  )
  @Answers(ListDraftsResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { wizard, cursor, limit }: DraftsQuery): Promise<JsonObject> {
    demandRead(me);
    const request = { caller: callerOf(me), wizard: enumValue(WizardSchema, wizard), cursor, limit };
    return this.speech.say(callerOf(me), ListDraftsResponseSchema, await this.drafts.listDrafts(request));
  }

  @Post()
  @Operation(
    'addDrafts',
    'Begin drafts',
    'One of a mandate or of a unit; of tenants one per unit, whose present draft is answered again.',
  )
  @Idempotent()
  @Answers(CreateDraftsResponseSchema, { status: 201 })
  @Problems(...COMMAND, 'TOO_MANY_UNITS', 'MANDATE_REQUIRED', 'UNIT_REQUIRED')
  async create(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() { wizard, unitIds, mandateId }: NewDraftsDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const answer = await this.drafts.createDrafts({
      context: commandOf(me, key),
      wizard: enumValue(WizardSchema, wizard),
      unitIds,
      mandateId,
    });
    return this.speech.say(callerOf(me), CreateDraftsResponseSchema, answer);
  }

  @Get(':id')
  @Operation(
    'getDraft',
    'Get a draft',
    'Every step as it was typed, with what is wrong in it, what the law says of it, and the codes made.',
  )
  @Answers(DraftSchema)
  @Problems('FORBIDDEN_ACTION', 'DRAFT_NOT_FOUND')
  async read(@Me() me: SignedIn, @Param('id') draftId: string): Promise<JsonObject> {
    demandRead(me);
    const { draft } = await this.drafts.getDraft({ caller: callerOf(me), draftId });
    return this.speech.say(callerOf(me), DraftSchema, there(draft));
  }

  @Put(':id/steps')
  @Operation(
    'saveDraftStep',
    'Save a step of a draft',
    'Keeps what was typed, faults or not; answers the step with its codes. STEP_CHANGED: somebody else saved it since.',
  )
  @Idempotent()
  @Answers(SaveStepResponseSchema)
  @Problems(...ON_STEP)
  async save(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') draftId: string,
    @Body() { content, itemId, baseVersion, next }: StepDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const answer = await this.drafts.saveStep({
      context: commandOf(me, key),
      draftId,
      content: await this.contents.read(me, content),
      itemId,
      baseVersion,
      next,
    });
    return this.speech.say(callerOf(me), SaveStepResponseSchema, answer);
  }

  @Delete(':id/items/:itemId')
  @Operation('deleteDraftItem', 'Take a unit out of a draft', 'Of a mandate; answers the draft without it.')
  @Idempotent()
  @Answers(DraftSchema)
  @Problems(...ON_DRAFT, 'ITEM_NOT_FOUND')
  async removeItem(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') draftId: string,
    @Param('itemId') itemId: string,
  ): Promise<JsonObject> {
    demandWrite(me);
    const { draft } = await this.drafts.removeItem({ context: commandOf(me, key), draftId, itemId });
    return this.speech.say(callerOf(me), DraftSchema, there(draft));
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation('deleteDraft', 'Delete a draft', 'No file is made of it.')
  @Idempotent()
  @ApiNoContentResponse()
  @Problems(...ON_DRAFT)
  async remove(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') draftId: string,
  ): Promise<void> {
    demandWrite(me);
    await this.drafts.deleteDraft({ context: commandOf(me, key), draftId });
  }

  @Post(':id/presence')
  @HttpCode(200)
  @Operation('enterDraft', 'Say that one is on a draft', 'Answers who else is; forgotten after 45 seconds.')
  @Answers(EnterDraftResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'DRAFT_NOT_FOUND', 'INVALID_REQUEST')
  async enter(
    @Me() me: SignedIn,
    @Param('id') draftId: string,
    @Body() { step }: PresenceDto,
  ): Promise<JsonObject> {
    demandRead(me);
    const request = { caller: callerOf(me), draftId, step: enumValue(StepSchema, step) };
    return toJson(EnterDraftResponseSchema, await this.drafts.enterDraft(request));
  }

  @Delete(':id/presence')
  @HttpCode(204)
  @Operation('closeDraft', 'Say that one has left a draft', 'Others no longer see the caller there.')
  @ApiNoContentResponse()
  @Problems('FORBIDDEN_ACTION', 'DRAFT_NOT_FOUND')
  async leave(@Me() me: SignedIn, @Param('id') draftId: string): Promise<void> {
    demandRead(me);
    const request = { caller: callerOf(me), draftId };
    // Nobody leaves what is not its agency's.
    await this.drafts.getDraft(request);
    await this.drafts.leaveDraft(request);
  }

  @Post(':id/final-save')
  @HttpCode(200)
  @Operation(
    'saveDraftFinally',
    'Make all files of a draft',
    'All or none. RUNNING after some seconds: ask again by GET. A repeated command, or another one meanwhile, gets the state.',
  )
  @Idempotent()
  @Answers(FinalSaveSchema)
  @Problems(...ON_DRAFT)
  async saveFinally(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') draftId: string,
  ): Promise<JsonObject> {
    demandWrite(me);
    const { save } = await this.drafts.saveFinally({ context: commandOf(me, key), draftId });
    return this.speech.say(callerOf(me), FinalSaveSchema, there(save));
  }

  @Get(':id/final-save')
  @Operation(
    'getFinalSave',
    'Get the final save of a draft',
    'Where it is, and what was made; kept for thirty days after the draft is gone.',
  )
  @Answers(FinalSaveSchema)
  @Problems('FORBIDDEN_ACTION', 'DRAFT_NOT_FOUND')
  async finalSave(@Me() me: SignedIn, @Param('id') draftId: string): Promise<JsonObject> {
    demandRead(me);
    const { save } = await this.drafts.getFinalSave({ caller: callerOf(me), draftId });
    return this.speech.say(callerOf(me), FinalSaveSchema, there(save));
  }
}
