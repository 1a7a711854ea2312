import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  GetTemplateRequest,
  GetTemplateResponseSchema,
  ListTemplatesRequest,
  ListTemplatesResponseSchema,
  PreviewTemplateRequest,
  PreviewTemplateResponseSchema,
  ResetTemplateRequest,
  ResetTemplateResponseSchema,
  SaveTemplateRequest,
  SaveTemplateResponseSchema,
  SendTestMessageRequest,
  SendTestMessageResponseSchema,
  SimulateTicketRequest,
  SimulateTicketResponseSchema,
} from '@intervia/contracts';
import { Channel, Delivery, SmsEncoding, TemplateList, TemplatesService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

/** The one template that exists, for mail and SMS. */
export const TEMPLATE = 'work-order.contractor';
const SHIPPED = { subject: 'Demande d’intervention', body: '<p>{{ ticket.description }}</p>' };

@Controller()
export class FakeTemplates {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(TemplatesService.method.listTemplates)
  async listTemplates(
    @Payload() request: ListTemplatesRequest,
  ): Promise<MessageInitShape<typeof ListTemplatesResponseSchema>> {
    this.state.note('listTemplates', request);
    return { templates: [rowOf({ code: TEMPLATE, channel: Channel.MAIL }, 0)] };
  }

  @RpcMethod(TemplatesService.method.getTemplate)
  async getTemplate(
    @Payload() request: GetTemplateRequest,
  ): Promise<MessageInitShape<typeof GetTemplateResponseSchema>> {
    this.state.note('getTemplate', request);
    return { template: { row: rowOf(request, 0), text: SHIPPED, shipped: SHIPPED } };
  }

  @RpcMethod(TemplatesService.method.saveTemplate)
  async saveTemplate(
    @Payload() request: SaveTemplateRequest,
  ): Promise<MessageInitShape<typeof SaveTemplateResponseSchema>> {
    this.state.note('saveTemplate', request);
    const { text, version } = request;
    return { template: { row: rowOf(request, version + 1), text, shipped: SHIPPED } };
  }

  @RpcMethod(TemplatesService.method.resetTemplate)
  async resetTemplate(
    @Payload() request: ResetTemplateRequest,
  ): Promise<MessageInitShape<typeof ResetTemplateResponseSchema>> {
    this.state.note('resetTemplate', request);
    return { template: { row: rowOf(request, request.version + 1), text: SHIPPED, shipped: SHIPPED } };
  }

  @RpcMethod(TemplatesService.method.previewTemplate)
  async previewTemplate(
    @Payload() request: PreviewTemplateRequest,
  ): Promise<MessageInitShape<typeof PreviewTemplateResponseSchema>> {
    this.state.note('previewTemplate', request);
    return { subject: `1042 – ${request.text?.subject ?? SHIPPED.subject}`, html: '<p>Bonjour</p>' };
  }

  @RpcMethod(TemplatesService.method.sendTestMessage)
  async sendTestMessage(
    @Payload() request: SendTestMessageRequest,
  ): Promise<MessageInitShape<typeof SendTestMessageResponseSchema>> {
    this.state.note('sendTestMessage', request);
    return { recipient: request.mobile || 'claire@tilleuls.example' };
  }

  @RpcMethod(TemplatesService.method.simulateTicket)
  async simulateTicket(
    @Payload() request: SimulateTicketRequest,
  ): Promise<MessageInitShape<typeof SimulateTicketResponseSchema>> {
    this.state.note('simulateTicket', request);
    const sms = { channel: Channel.SMS, delivery: Delivery.QUEUED, sms: 1, encoding: SmsEncoding.GSM7 };
    return { messages: [{ ...sms, recipients: ['+33639980001'], reminder: true }], mails: 0, sms: 1 };
  }
}

function rowOf({ code, channel }: { code: string; channel: Channel }, version: number) {
  if (code !== TEMPLATE) throw new AppError('TEMPLATE_NOT_FOUND', 'not-found', { template: code });
  return { code, channel, list: TemplateList.CONTRACTORS, title: 'Ordre de service', version };
}
