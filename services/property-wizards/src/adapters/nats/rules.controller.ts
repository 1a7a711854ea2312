import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  FiscalLineSchema,
  EnergyDiagnosticSchema,
  RentCallStepSchema,
  RulesService,
} from '@intervia/contracts/property';
import type * as proto from '@intervia/contracts/property';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { RulesHandler } from '../../application/rules/rules.handler.js';
import type { EnergyDiagnostic, FiscalLine } from '../../domain/forms/mandate-forms.js';
import type { RentCallStep } from '../../domain/forms/tenant-forms.js';
import type { AddedQuarter } from '../../domain/irl/added.js';
import type { Quarter } from '../../domain/irl/series.js';
import type { CallLine } from '../../domain/rent/first-call.js';
import { actorOf, commandOf } from './caller.js';
import * as codes from './codes.js';
import { toFinding } from './draft.mapper.js';
import { fromPlain, toPlain } from './plain.js';

const { method } = RulesService;

const toLine = ({
  line,
  amountCents,
  temporary,
}: CallLine): MessageInitShape<typeof proto.CallLineSchema> => ({
  line: fromPlain(FiscalLineSchema, line),
  amountCents,
  temporary,
});

const toQuarter = ({
  index,
  ...quarter
}: Quarter & Partial<AddedQuarter>): MessageInitShape<typeof proto.IndexQuarterSchema> => ({
  ...quarter,
  index: codes.rentIndex.write(index),
});

@Controller()
export class RulesController {
  constructor(private readonly rules: RulesHandler) {}

  @RpcMethod(method.listRules)
  async listRules(
    @Payload() { caller, on }: proto.ListRulesRequest,
  ): Promise<MessageInitShape<typeof proto.ListRulesResponseSchema>> {
    actorOf(caller);
    return {
      rules: this.rules.rules(on).map(({ from, until, severity, values, ...rule }) => ({
        ...rule,
        severity: codes.severity.write(severity),
        inForceFrom: from,
        inForceUntil: until,
        values: { ...values },
      })),
    };
  }

  @RpcMethod(method.listIndices)
  async listIndices(
    @Payload() { caller, index, territory }: proto.ListIndicesRequest,
  ): Promise<MessageInitShape<typeof proto.ListIndicesResponseSchema>> {
    const { agencyId } = actorOf(caller);
    const quarters = await this.rules.quarters(agencyId, codes.rentIndex.read(index), territory);
    return { quarters: quarters.map(toQuarter) };
  }

  @RpcMethod(method.addIndexQuarter)
  async addIndexQuarter(
    @Payload() { context, quarter, administrator }: proto.AddIndexQuarterRequest,
  ): Promise<MessageInitShape<typeof proto.AddIndexQuarterResponseSchema>> {
    const { actor } = commandOf(context);
    const index = codes.rentIndex.read(quarter?.index ?? 0);
    if (!quarter || index === '' || index === 'NONE') throw new AppError('QUARTER_WRONG', 'invalid');
    const { territory, quarter: name, value, source, publishedOn } = quarter;
    return {
      quarter: toQuarter(
        await this.rules.addQuarter(actor, administrator, {
          ...{ index, territory, quarter: name, value },
          ...{ source: source.trim(), publishedOn },
        }),
      ),
    };
  }

  @RpcMethod(method.previewProRata)
  async previewProRata(
    @Payload() { caller, lines, from, to, method: asked }: proto.PreviewProRataRequest,
  ): Promise<MessageInitShape<typeof proto.PreviewProRataResponseSchema>> {
    actorOf(caller);
    const plain = lines.map((line) => toPlain<FiscalLine>(FiscalLineSchema, line));
    const found = this.rules.proRata(plain, from, to, codes.proRataMethod.read(asked));
    return {
      lines: found.lines.map(toLine),
      totalCents: found.totalCents,
      method: codes.proRataMethod.write(found.method),
      days: found.fraction.days,
      ofDays: found.fraction.ofDays,
    };
  }

  @RpcMethod(method.previewFirstCall)
  async previewFirstCall(
    @Payload() { caller, step }: proto.PreviewFirstCallRequest,
  ): Promise<MessageInitShape<typeof proto.PreviewFirstCallResponseSchema>> {
    actorOf(caller);
    const call = step && this.rules.firstCall(toPlain<RentCallStep>(RentCallStepSchema, step));
    if (!call) return { findings: [{ path: 'from', code: step?.from ? 'DATE_WRONG' : 'REQUIRED' }] };
    return { ...call, lines: call.lines.map(toLine) };
  }

  @RpcMethod(method.previewRevision)
  async previewRevision(
    @Payload() request: proto.PreviewRevisionRequest,
  ): Promise<MessageInitShape<typeof proto.PreviewRevisionResponseSchema>> {
    const { caller, energy, kind, index, ...given } = request;
    const { refusals, warnings, ...found } = await this.rules.revise(actorOf(caller).agencyId, {
      ...given,
      index: codes.rentIndex.read(index),
      kind: codes.leaseKind.read(kind),
      ...(energy ? { energy: toPlain<EnergyDiagnostic>(EnergyDiagnosticSchema, energy) } : {}),
    });
    return { ...found, refusals: refusals.map(toFinding), warnings: warnings.map(toFinding) };
  }
}
