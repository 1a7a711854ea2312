import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Caller } from '@intervia/contracts';
import type {
  AddIndexQuarterRequest,
  AddIndexQuarterResponseSchema,
  AnnotateRequest,
  AnnotateResponseSchema,
  EnterDecisionRequest,
  EnterDecisionResponseSchema,
  ExportRequest,
  ExportResponseSchema,
  ListEntriesRequest,
  ListEntriesResponseSchema,
  ListIndicesRequest,
  ListIndicesResponseSchema,
  ListRegistersRequest,
  ListRegistersResponseSchema,
  ListRulesRequest,
  ListRulesResponseSchema,
  PreviewFirstCallRequest,
  PreviewFirstCallResponseSchema,
  PreviewRevisionRequest,
  PreviewRevisionResponseSchema,
  VerifyRequest,
  VerifyResponseSchema,
} from '@intervia/contracts/property';
import {
  AnnotationKind,
  Mention,
  RegisterFaultKind,
  RegisterService,
  RentIndex,
  RulesService,
  Severity,
} from '@intervia/contracts/property';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const ENTRY = {
  number: 1042,
  on: '2004-03-02',
  mandantName: 'Mme Lemoine',
  mandantAddress: '4 rue Garibaldi, 69003 Lyon',
  nature: 'Gestion locative',
  places: ['Résidence Garibaldi, lot 12'],
  enteredBy: 'Claire Moreau',
  hash: 'ab'.repeat(32),
  annotations: [
    { kind: AnnotationKind.AMENDMENT, on: '2004-04-01', text: 'Honoraires', by: 'Claire Moreau' },
  ],
};

/** One register for each agency, on the card `ticket-a` of agency `a`. */
@Controller()
export class FakeRegister {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(RegisterService.method.listRegisters)
  async listRegisters(
    @Payload() request: ListRegistersRequest,
  ): Promise<MessageInitShape<typeof ListRegistersResponseSchema>> {
    this.state.note('listRegisters', request);
    const cardId = `ticket-${request.caller?.agencyId}`;
    return {
      registers: [{ cardId, mention: Mention.G, label: 'CPI 6901 2024', entries: 1, nextNumber: 1043 }],
    };
  }

  @RpcMethod(RegisterService.method.listEntries)
  async listEntries(
    @Payload() request: ListEntriesRequest,
  ): Promise<MessageInitShape<typeof ListEntriesResponseSchema>> {
    this.demandCard('listEntries', request.caller, request);
    return { entries: [ENTRY] };
  }

  @RpcMethod(RegisterService.method.enterDecision)
  async enterDecision(
    @Payload() request: EnterDecisionRequest,
  ): Promise<MessageInitShape<typeof EnterDecisionResponseSchema>> {
    this.demandCard('enterDecision', request.context?.caller, request);
    return { entry: ENTRY };
  }

  @RpcMethod(RegisterService.method.annotate)
  async annotate(
    @Payload() request: AnnotateRequest,
  ): Promise<MessageInitShape<typeof AnnotateResponseSchema>> {
    this.demandCard('annotate', request.context?.caller, request);
    return { entry: ENTRY };
  }

  @RpcMethod(RegisterService.method.verify)
  async verify(@Payload() request: VerifyRequest): Promise<MessageInitShape<typeof VerifyResponseSchema>> {
    this.demandCard('verify', request.caller, request);
    return {
      entries: 1,
      annotations: 1,
      faults: [{ kind: RegisterFaultKind.GAP, number: 7 }],
      head: ENTRY.hash,
    };
  }

  @RpcMethod(RegisterService.method.export)
  async export(@Payload() request: ExportRequest): Promise<MessageInitShape<typeof ExportResponseSchema>> {
    this.demandCard('export', request.caller, request);
    return { document: this.state.settings.defaultAttachments?.[0] };
  }

  @RpcMethod(RulesService.method.listRules)
  async listRules(
    @Payload() request: ListRulesRequest,
  ): Promise<MessageInitShape<typeof ListRulesResponseSchema>> {
    this.state.note('listRules', request);
    const rule = { id: 'deposit.unfurnished', code: 'DEPOSIT_TOO_HIGH', severity: Severity.REFUSES };
    return { rules: [{ ...rule, source: 'loi 89-462, art. 22' }] };
  }

  @RpcMethod(RulesService.method.listIndices)
  async listIndices(
    @Payload() request: ListIndicesRequest,
  ): Promise<MessageInitShape<typeof ListIndicesResponseSchema>> {
    this.state.note('listIndices', request);
    return { quarters: [{ index: RentIndex.IRL, territory: 'FR-MET', quarter: '2004-Q2', value: 14837 }] };
  }

  @RpcMethod(RulesService.method.addIndexQuarter)
  async addIndexQuarter(
    @Payload() request: AddIndexQuarterRequest,
  ): Promise<MessageInitShape<typeof AddIndexQuarterResponseSchema>> {
    this.state.note('addIndexQuarter', request);
    return { quarter: request.quarter };
  }

  @RpcMethod(RulesService.method.previewFirstCall)
  async previewFirstCall(
    @Payload() request: PreviewFirstCallRequest,
  ): Promise<MessageInitShape<typeof PreviewFirstCallResponseSchema>> {
    this.state.note('previewFirstCall', request);
    return { totalCents: 61_742, toPayCents: 61_742, from: request.step?.from ?? '', to: '2004-03-31' };
  }

  @RpcMethod(RulesService.method.previewRevision)
  async previewRevision(
    @Payload() request: PreviewRevisionRequest,
  ): Promise<MessageInitShape<typeof PreviewRevisionResponseSchema>> {
    this.state.note('previewRevision', request);
    return { newRentCents: 70_807, newQuarter: '2004-Q2', newValue: 14837, effectOn: request.askedOn };
  }

  private demandCard(method: string, caller: Caller | undefined, request: { cardId: string }): void {
    this.state.note(method, request);
    if (request.cardId !== `ticket-${caller?.agencyId}`) throw new AppError('CARD_NOT_FOUND', 'not-found');
  }
}
