import type { MessageInitShape } from '@bufbuild/protobuf';
import { Clock } from '@intervia/clock';
import { TemplatesService } from '@intervia/contracts';
import type {
  Caller,
  Channel,
  GetTemplateRequest,
  GetTemplateResponseSchema,
  ListTemplatesRequest,
  ListTemplatesResponseSchema,
  PreviewTemplateRequest,
  PreviewTemplateResponseSchema,
  ResetTemplateRequest,
  SaveTemplateRequest,
  SendTestMessageRequest,
  SendTestMessageResponseSchema,
  SimulateTicketRequest,
  SimulateTicketResponseSchema,
} from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ListTemplatesQuery } from '../../application/templates/list-templates.query.js';
import { PreviewTemplateQuery } from '../../application/templates/preview-template.query.js';
import { SaveTemplateHandler } from '../../application/templates/save-template.handler.js';
import { SendTestOnceHandler } from '../../application/templates/send-test-once.handler.js';
import { SimulateTicketQuery } from '../../application/templates/simulate-ticket.query.js';
import type { Simulated } from '../../application/templates/simulate-ticket.query.js';
import type { TemplateState } from '../../application/templates/template-book.js';
import { TemplateBook } from '../../application/templates/template-book.js';
import { TemplateNotFound } from '../../application/templates/template-errors.js';
import { NatsKnownTickets, toReader } from './neighbours/nats-known-tickets.js';
import { toChannel, toPreview, toRow, toSimulation, toTemplate, toWording } from './template-to-proto.js';

type TemplateAnswer = Promise<MessageInitShape<typeof GetTemplateResponseSchema>>;

interface Keyed {
  readonly caller?: Caller;
  readonly code: string;
  readonly channel: Channel;
}

const { method } = TemplatesService;

function keyOf({ caller, code, channel }: Keyed) {
  const known = toChannel(channel);
  if (!known) throw new TemplateNotFound(code);
  return { agencyId: caller?.agencyId ?? '', code, channel: known };
}

@Controller()
export class TemplatesController {
  constructor(
    private readonly listTemplates: ListTemplatesQuery,
    private readonly book: TemplateBook,
    private readonly saveTemplate: SaveTemplateHandler,
    private readonly previewTemplate: PreviewTemplateQuery,
    private readonly sendTest: SendTestOnceHandler,
    private readonly simulateTicket: SimulateTicketQuery,
    private readonly tickets: NatsKnownTickets,
    private readonly clock: Clock,
  ) {}

  @RpcMethod(method.listTemplates)
  async list(
    @Payload() { caller, channel }: ListTemplatesRequest,
  ): Promise<MessageInitShape<typeof ListTemplatesResponseSchema>> {
    const rows = await this.listTemplates.execute(caller?.agencyId ?? '', toChannel(channel));
    return { templates: rows.map(toRow) };
  }

  @RpcMethod(method.getTemplate)
  async get(@Payload() request: GetTemplateRequest): TemplateAnswer {
    return this.answer(request, await this.book.get(keyOf(request)));
  }

  @RpcMethod(method.saveTemplate)
  async save(@Payload() request: SaveTemplateRequest): TemplateAnswer {
    return this.answer(request, await this.saveTemplate.save(editOf(request), toWording(request.text)));
  }

  @RpcMethod(method.resetTemplate)
  async reset(@Payload() request: ResetTemplateRequest): TemplateAnswer {
    return this.answer(request, await this.saveTemplate.reset(editOf(request)));
  }

  @RpcMethod(method.previewTemplate)
  async preview(
    @Payload() request: PreviewTemplateRequest,
  ): Promise<MessageInitShape<typeof PreviewTemplateResponseSchema>> {
    return toPreview(await this.previewTemplate.execute(previewOf(request)));
  }

  @RpcMethod(method.sendTestMessage)
  async test(
    @Payload() request: SendTestMessageRequest,
  ): Promise<MessageInitShape<typeof SendTestMessageResponseSchema>> {
    const { mobile, commandId, fingerprint } = request;
    const test = { ...previewOf(request), mobile };
    return { recipient: await this.sendTest.execute(test, { commandId, fingerprint }) };
  }

  @RpcMethod(method.simulateTicket)
  async simulate(
    @Payload() request: SimulateTicketRequest,
  ): Promise<MessageInitShape<typeof SimulateTicketResponseSchema>> {
    const simulated = await this.simulated(request);
    return toSimulation(await this.simulateTicket.execute(request.caller?.agencyId ?? '', simulated));
  }

  private simulated({ caller, subject, preTicket }: SimulateTicketRequest): Promise<Simulated> {
    const reader = toReader(caller);
    if (subject.case === 'ticketId') return this.tickets.simulated(reader, subject.value);
    if (subject.case !== 'draft') throw new AppError('INVALID_TICKET', 'invalid');
    return this.tickets.simulatedDraft(reader, subject.value, { now: this.clock.now(), preTicket });
  }

  private async answer({ caller }: Keyed, state: TemplateState): TemplateAnswer {
    const { template: code, channel } = state;
    if (channel === 'mail') return { template: toTemplate(state, undefined) };
    const preview = await this.previewTemplate.execute({ reader: toReader(caller), code, channel });
    return { template: toTemplate(state, preview.channel === 'sms' ? preview.count : undefined) };
  }
}

const editOf = (request: SaveTemplateRequest | ResetTemplateRequest) => ({
  ...keyOf(request),
  version: request.version,
  savedBy: request.caller?.actor?.name ?? '',
});

function previewOf(request: PreviewTemplateRequest | SendTestMessageRequest) {
  const { code, channel } = keyOf(request);
  const { caller, text, ticketId } = request;
  return { reader: toReader(caller), code, channel, typed: text && toWording(text), ticketId };
}
