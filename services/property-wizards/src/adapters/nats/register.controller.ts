import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { RegisterService } from '@intervia/contracts/property';
import type * as proto from '@intervia/contracts/property';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { RegisterHandler } from '../../application/register/register.handler.js';
import type { Mention } from '../../domain/drafts/known.js';
import { actorOf, commandOf, limitOf } from './caller.js';
import * as codes from './codes.js';
import { toEntry } from './register.mapper.js';

const { method } = RegisterService;

const mentionOf = (value: proto.Mention, otherwise: Mention = 'G'): Mention =>
  codes.mention.read(value) || otherwise;

@Controller()
export class RegisterController {
  constructor(private readonly register: RegisterHandler) {}

  @RpcMethod(method.listRegisters)
  async listRegisters(
    @Payload() { caller }: proto.ListRegistersRequest,
  ): Promise<MessageInitShape<typeof proto.ListRegistersResponseSchema>> {
    const rows = await this.register.list(actorOf(caller).agencyId);
    return {
      registers: rows.map(({ card, mention, entries, next }) => ({
        cardId: card.id,
        mention: codes.mention.write(mention),
        label: [card.number, card.holder].filter(Boolean).join(' – '),
        entries,
        nextNumber: next,
      })),
    };
  }

  @RpcMethod(method.listEntries)
  async listEntries(
    @Payload() { caller, cardId, mention, before, limit }: proto.ListEntriesRequest,
  ): Promise<MessageInitShape<typeof proto.ListEntriesResponseSchema>> {
    const { agencyId } = actorOf(caller);
    const page = await this.register.entries(agencyId, cardId, mentionOf(mention), before, limitOf(limit));
    return { entries: page.entries.map(toEntry), nextBefore: page.nextBefore };
  }

  @RpcMethod(method.enterDecision)
  async enterDecision(
    @Payload() request: proto.EnterDecisionRequest,
  ): Promise<MessageInitShape<typeof proto.EnterDecisionResponseSchema>> {
    const { actor, commandId } = commandOf(request.context);
    const { cardId, on, mandantName, mandantAddress, places, remarks } = request;
    const where = { cardId, mention: mentionOf(request.mention, 'SYNDIC') };
    const content = { on, mandantName, mandantAddress, nature: 'Syndic', places, remarks, mandateId: '' };
    return { entry: toEntry(await this.register.enterDecision(actor, commandId, where, content)) };
  }

  @RpcMethod(method.annotate)
  async annotate(
    @Payload() request: proto.AnnotateRequest,
  ): Promise<MessageInitShape<typeof proto.AnnotateResponseSchema>> {
    const { actor, commandId } = commandOf(request.context);
    const kind = codes.annotationKind.read(request.kind);
    if (kind === '')
      throw new AppError('INVALID_REQUEST', 'invalid', {}, [{ field: 'kind', code: 'REQUIRED' }]);
    const { cardId, number, on, text } = request;
    const where = { cardId, mention: mentionOf(request.mention), number };
    return { entry: toEntry(await this.register.annotate(actor, commandId, where, { kind, on, text })) };
  }

  @RpcMethod(method.verify)
  async verify(
    @Payload() { caller, cardId, mention }: proto.VerifyRequest,
  ): Promise<MessageInitShape<typeof proto.VerifyResponseSchema>> {
    const { faults, verifiedAt, ...found } = await this.register.verify(
      actorOf(caller).agencyId,
      cardId,
      mentionOf(mention),
    );
    return {
      ...found,
      verifiedAt: timestampFromDate(verifiedAt),
      faults: faults.map(({ kind, number }) => ({ kind: codes.registerFaultKind.write(kind), number })),
    };
  }

  @RpcMethod(method.export)
  async export(
    @Payload() { caller, cardId, mention, format }: proto.ExportRequest,
  ): Promise<MessageInitShape<typeof proto.ExportResponseSchema>> {
    const { agencyId } = actorOf(caller);
    const chosen = codes.exportFormat.read(format) || 'PDF';
    return { document: await this.register.export(agencyId, cardId, mentionOf(mention), chosen) };
  }
}
