import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ErasePersonFromTicketRequest,
  ErasePersonFromTicketResponseSchema,
  ExportTicketOfPersonRequest,
  ExportTicketOfPersonResponseSchema,
  FindTicketsOfPersonRequest,
  FindTicketsOfPersonResponseSchema,
  GetRetentionRequest,
  GetRetentionResponseSchema,
  PersonMarks as PersonMarksMessage,
  PreviewRetentionRequest,
  PreviewRetentionResponseSchema,
  Retention as RetentionMessage,
  SaveRetentionRequest,
  SaveRetentionResponseSchema,
} from '@intervia/contracts';
import { Module, TicketsPrivacyService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import type { PersonMarks } from '@intervia/rules';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { FoundTicket } from '../../application/ports/person-tickets.js';
import { ErasePersonHandler } from '../../application/privacy/erase-person.handler.js';
import { ExportTicketOfPersonQuery } from '../../application/privacy/export-ticket-of-person.query.js';
import { FindTicketsOfPersonQuery } from '../../application/privacy/find-tickets-of-person.query.js';
import { RetentionOfTickets } from '../../application/privacy/retention.js';
import type { Retention } from '../../domain/settings/retention.js';
import { toCaller, toCommandContext, toTarget } from './from-proto.js';
import { toDocumentMessage } from './to-proto.js';

const EXAMPLES = 20;

/** What tickets hold about somebody, and how long they are kept. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly findTickets: FindTicketsOfPersonQuery,
    private readonly exportTicket: ExportTicketOfPersonQuery,
    private readonly erasePerson: ErasePersonHandler,
    private readonly retention: RetentionOfTickets,
  ) {}

  @RpcMethod(TicketsPrivacyService.method.findTicketsOfPerson)
  async find(
    @Payload() { caller, person, afterNumber }: FindTicketsOfPersonRequest,
  ): Promise<MessageInitShape<typeof FindTicketsOfPersonResponseSchema>> {
    const { tickets, nextAfter } = await this.findTickets.execute(
      toCaller(caller),
      toMarks(person),
      afterNumber,
    );
    return { tickets: tickets.map(toFoundMessage), nextAfter: nextAfter ?? 0 };
  }

  @RpcMethod(TicketsPrivacyService.method.exportTicketOfPerson)
  async export(
    @Payload() { caller, person, ticketId, offset }: ExportTicketOfPersonRequest,
  ): Promise<MessageInitShape<typeof ExportTicketOfPersonResponseSchema>> {
    const found = await this.exportTicket.execute(toCaller(caller), toMarks(person), ticketId, offset);
    return {
      headerJson: JSON.stringify(found.header),
      statementsJson: [...found.statements],
      documents: found.documents.map(toDocumentMessage),
      nextOffset: found.nextOffset ?? 0,
    };
  }

  @RpcMethod(TicketsPrivacyService.method.erasePersonFromTicket)
  erase(
    @Payload() request: ErasePersonFromTicketRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromTicketResponseSchema>> {
    return this.erasePerson.execute(toTarget(request), toMarks(request.person));
  }

  @RpcMethod(TicketsPrivacyService.method.getRetention)
  async read(
    @Payload() { caller }: GetRetentionRequest,
  ): Promise<MessageInitShape<typeof GetRetentionResponseSchema>> {
    const { closedMonths, cancelledMonths, lastRunAt, lastDeleted } = await this.retention.read(
      toCaller(caller),
    );
    return {
      retention: { closedMonths, cancelledMonths },
      lastRunAt: lastRunAt && timestampFromDate(lastRunAt),
      lastDeleted,
    };
  }

  @RpcMethod(TicketsPrivacyService.method.saveRetention)
  async save(
    @Payload() { context, retention }: SaveRetentionRequest,
  ): Promise<MessageInitShape<typeof SaveRetentionResponseSchema>> {
    await this.retention.save(toCommandContext(context), toRetention(retention));
    return {};
  }

  @RpcMethod(TicketsPrivacyService.method.previewRetention)
  async preview(
    @Payload() { caller, retention }: PreviewRetentionRequest,
  ): Promise<MessageInitShape<typeof PreviewRetentionResponseSchema>> {
    const { tickets, more } = await this.retention.preview(toCaller(caller), toRetention(retention));
    return {
      tickets: tickets.length,
      documents: tickets.reduce((sum, { documents }) => sum + documents, 0),
      examples: tickets.slice(0, EXAMPLES).map(toFoundMessage),
      more,
    };
  }
}

function toMarks(person: PersonMarksMessage | undefined): PersonMarks {
  const { partyId = '', names = [], mails = [], phones = [] } = person ?? {};
  return { partyId, names, mails, phones };
}

const toRetention = (message: RetentionMessage | undefined): Retention => ({
  closedMonths: message?.closedMonths ?? 0,
  cancelledMonths: message?.cancelledMonths ?? 0,
});

const toFoundMessage = ({ ticketId, number, subject, module, phase }: FoundTicket) => ({
  ticketId,
  number,
  subject,
  module: Module[module],
  open: phase === 'open' || phase === 'pending',
});
