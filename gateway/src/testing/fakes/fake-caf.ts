import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { CafRunState, CafService, PaymentStatementState } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

/** Of agency `a`: a file, a case, an offer, a statement and its line, all under this id. */
export const CAF_THING = 'ticket-a';

const { method } = CafService;

/** What belongs to agency `a` is there for nobody else. */
function ofA(agencyId: string | undefined, id: string, code: string): void {
  if (agencyId !== 'a' || id !== CAF_THING) throw new AppError(code, 'not-found');
}

@Controller()
export class FakeCaf {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(method.listCafEntities)
  async entities(
    @Payload() _request: proto.ListCafEntitiesRequest,
  ): Promise<MessageInitShape<typeof proto.ListCafEntitiesResponseSchema>> {
    return { entities: [{ id: 'entity', name: 'Cabinet' }] };
  }

  @RpcMethod(method.saveCafSettings)
  async save(
    @Payload() request: proto.SaveCafSettingsRequest,
  ): Promise<MessageInitShape<typeof proto.SaveCafSettingsResponseSchema>> {
    this.state.note('saveCafSettings', request);
    return { settings: request.settings };
  }

  @RpcMethod(method.listSettingsVersions)
  async versions(
    @Payload() _request: proto.ListSettingsVersionsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSettingsVersionsResponseSchema>> {
    return {};
  }

  @RpcMethod(method.saveStation)
  async station(
    @Payload() { station }: proto.SaveStationRequest,
  ): Promise<MessageInitShape<typeof proto.SaveStationResponseSchema>> {
    return { station };
  }

  @RpcMethod(method.previewRows)
  async rows(
    @Payload() _request: proto.PreviewRowsRequest,
  ): Promise<MessageInitShape<typeof proto.PreviewRowsResponseSchema>> {
    return {};
  }

  @RpcMethod(method.startRun)
  async start(
    @Payload() request: proto.StartRunRequest,
  ): Promise<MessageInitShape<typeof proto.StartRunResponseSchema>> {
    this.state.note('startRun', request);
    return { run: { id: CAF_THING, state: CafRunState.DONE } };
  }

  @RpcMethod(method.getRun)
  async run(
    @Payload() request: proto.GetRunRequest,
  ): Promise<MessageInitShape<typeof proto.GetRunResponseSchema>> {
    ofA(request.caller?.agencyId, request.runId, 'CAF_FILE_NOT_FOUND');
    return { run: { id: CAF_THING, state: CafRunState.DONE } };
  }

  @RpcMethod(method.listFiles)
  async files(
    @Payload() _request: proto.ListFilesRequest,
  ): Promise<MessageInitShape<typeof proto.ListFilesResponseSchema>> {
    return {};
  }

  @RpcMethod(method.getFile)
  async file(
    @Payload() request: proto.GetFileRequest,
  ): Promise<MessageInitShape<typeof proto.GetFileResponseSchema>> {
    ofA(request.caller?.agencyId, request.fileId, 'CAF_FILE_NOT_FOUND');
    const document = this.state.tickets.get(CAF_THING)?.documents[0]?.ref;
    return { file: { id: CAF_THING, name: 'CAF12.txt', document } };
  }

  @RpcMethod(method.regenerateFile)
  async again(
    @Payload() { context, fileId }: proto.RegenerateFileRequest,
  ): Promise<MessageInitShape<typeof proto.RegenerateFileResponseSchema>> {
    ofA(context?.caller?.agencyId, fileId, 'CAF_FILE_NOT_FOUND');
    return { run: { id: 'run-2' } };
  }

  @RpcMethod(method.dropFile)
  async drop(
    @Payload() { context, fileId }: proto.DropFileRequest,
  ): Promise<MessageInitShape<typeof proto.DropFileResponseSchema>> {
    ofA(context?.caller?.agencyId, fileId, 'CAF_FILE_NOT_FOUND');
    return { file: { id: fileId } };
  }

  @RpcMethod(method.listRadiations)
  async radiations(
    @Payload() _request: proto.ListRadiationsRequest,
  ): Promise<MessageInitShape<typeof proto.ListRadiationsResponseSchema>> {
    return {};
  }

  @RpcMethod(method.listLegalCases)
  async cases(
    @Payload() { caller }: proto.ListLegalCasesRequest,
  ): Promise<MessageInitShape<typeof proto.ListLegalCasesResponseSchema>> {
    const proof = this.state.tickets.get(CAF_THING)?.documents[0]?.ref;
    return { cases: caller?.agencyId === 'a' ? [{ id: CAF_THING, proof }] : [] };
  }

  @RpcMethod(method.reportCase)
  async report(
    @Payload() { context, caseId }: proto.ReportCaseRequest,
  ): Promise<MessageInitShape<typeof proto.ReportCaseResponseSchema>> {
    ofA(context?.caller?.agencyId, caseId, 'CAF_CASE_NOT_FOUND');
    return { case: { id: caseId } };
  }

  @RpcMethod(method.listAlerts)
  async alerts(
    @Payload() _request: proto.ListAlertsRequest,
  ): Promise<MessageInitShape<typeof proto.ListAlertsResponseSchema>> {
    return {};
  }

  @RpcMethod(method.recordOffer)
  async offer(
    @Payload() _request: proto.RecordOfferRequest,
  ): Promise<MessageInitShape<typeof proto.RecordOfferResponseSchema>> {
    return { offerId: CAF_THING };
  }

  @RpcMethod(method.answerOffer)
  async answer(
    @Payload() { context, offerId }: proto.AnswerOfferRequest,
  ): Promise<MessageInitShape<typeof proto.AnswerOfferResponseSchema>> {
    ofA(context?.caller?.agencyId, offerId, 'CAF_OFFER_NOT_FOUND');
    return {};
  }
}

@Controller()
export class FakeCafStatements {
  @RpcMethod(method.importStatement)
  async take(
    @Payload() { document }: proto.ImportStatementRequest,
  ): Promise<MessageInitShape<typeof proto.ImportStatementResponseSchema>> {
    // Named after what is to become of it.
    if (!document?.name.startsWith('faux'))
      return { statement: { id: CAF_THING, state: PaymentStatementState.OPEN } };
    const refusalValues = Object.entries({
      line: '7',
      field: 'amount',
      told: '1',
      found: '2',
      difference: '-1',
    });
    return {
      statement: {
        ...{ id: 'refused', state: PaymentStatementState.REFUSED, refusalCode: 'CAF_STATEMENT_WRONG_TOTAL' },
        refusalValues: refusalValues.map(([name, value]) => ({ name, value })),
      },
    };
  }

  @RpcMethod(method.listStatements)
  async list(
    @Payload() _request: proto.ListStatementsRequest,
  ): Promise<MessageInitShape<typeof proto.ListStatementsResponseSchema>> {
    return {};
  }

  @RpcMethod(method.getStatement)
  async get(
    @Payload() { caller, statementId }: proto.GetStatementRequest,
  ): Promise<MessageInitShape<typeof proto.GetStatementResponseSchema>> {
    ofA(caller?.agencyId, statementId, 'CAF_STATEMENT_NOT_FOUND');
    return { statement: { id: statementId } };
  }

  @RpcMethod(method.listStatementLines)
  async lines(
    @Payload() _request: proto.ListStatementLinesRequest,
  ): Promise<MessageInitShape<typeof proto.ListStatementLinesResponseSchema>> {
    return {};
  }

  @RpcMethod(method.selectLines)
  async select(
    @Payload() { context, statementId }: proto.SelectLinesRequest,
  ): Promise<MessageInitShape<typeof proto.SelectLinesResponseSchema>> {
    ofA(context?.caller?.agencyId, statementId, 'CAF_STATEMENT_NOT_FOUND');
    return { statement: { id: statementId } };
  }

  @RpcMethod(method.suggestTenants)
  async suggest(
    @Payload() { caller, statementId }: proto.SuggestTenantsRequest,
  ): Promise<MessageInitShape<typeof proto.SuggestTenantsResponseSchema>> {
    ofA(caller?.agencyId, statementId, 'CAF_LINE_NOT_FOUND');
    return {};
  }

  @RpcMethod(method.assignLine)
  async assign(
    @Payload() { context, statementId }: proto.AssignLineRequest,
  ): Promise<MessageInitShape<typeof proto.AssignLineResponseSchema>> {
    ofA(context?.caller?.agencyId, statementId, 'CAF_LINE_NOT_FOUND');
    return {};
  }

  @RpcMethod(method.validateStatement)
  async validate(
    @Payload() { context, statementId }: proto.ValidateStatementRequest,
  ): Promise<MessageInitShape<typeof proto.ValidateStatementResponseSchema>> {
    ofA(context?.caller?.agencyId, statementId, 'CAF_STATEMENT_NOT_FOUND');
    return { statement: { id: statementId } };
  }
}
