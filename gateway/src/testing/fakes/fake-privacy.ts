import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ErasePersonFromCafRequest,
  ErasePersonFromCafResponseSchema,
  ErasePersonFromDirectoryRequest,
  ErasePersonFromDirectoryResponseSchema,
  ErasePersonFromMessagesRequest,
  ErasePersonFromMessagesResponseSchema,
  ErasePersonFromTicketRequest,
  ErasePersonFromTicketResponseSchema,
  EraseUserFromJestimoRequest,
  EraseUserFromJestimoResponseSchema,
  ExportMessagesOfPersonRequest,
  ExportMessagesOfPersonResponseSchema,
  ExportPersonFromCafRequest,
  ExportPersonFromCafResponseSchema,
  ExportPersonRequest,
  ExportPersonResponseSchema,
  ExportTicketOfPersonRequest,
  ExportTicketOfPersonResponseSchema,
  FindPeopleRequest,
  FindPeopleResponseSchema,
  FindTicketsOfPersonRequest,
  FindTicketsOfPersonResponseSchema,
  GetRetentionRequest,
  GetRetentionResponseSchema,
  PreviewRetentionRequest,
  PreviewRetentionResponseSchema,
  SaveRetentionRequest,
  SaveRetentionResponseSchema,
} from '@intervia/contracts';
import {
  CafPrivacyService,
  DirectoryPrivacyService,
  JestimoPrivacyService,
  Module,
  NotificationsPrivacyService,
  TicketsPrivacyService,
} from '@intervia/contracts';
import { PropertyPrivacyService } from '@intervia/contracts/property';
import type {
  ErasePersonFromPropertyRequest,
  ErasePersonFromPropertyResponseSchema,
  ExportPersonFromPropertyRequest,
  ExportPersonFromPropertyResponseSchema,
} from '@intervia/contracts/property';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

/** Two tickets a thousand numbers apart, three pages of statements, and messages. */
@Controller()
export class FakePrivacy {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(DirectoryPrivacyService.method.findPeople)
  async findPeople(
    @Payload() request: FindPeopleRequest,
  ): Promise<MessageInitShape<typeof FindPeopleResponseSchema>> {
    this.state.note('findPeople', request);
    return { people: [{ marks: { partyId: 'party-7', names: ['Hélène Morvan'] } }] };
  }

  @RpcMethod(DirectoryPrivacyService.method.exportPerson)
  async exportPerson(
    @Payload() request: ExportPersonRequest,
  ): Promise<MessageInitShape<typeof ExportPersonResponseSchema>> {
    this.state.note('exportPerson', request);
    const isFirst = request.offset === 0;
    const record = isFirst ? { kind: 'record' } : { kind: 'lease', id: 'lease-3' };
    return { recordsJson: [JSON.stringify(record)], nextOffset: isFirst ? 1 : 0 };
  }

  @RpcMethod(DirectoryPrivacyService.method.erasePersonFromDirectory)
  async eraseRecord(
    @Payload() request: ErasePersonFromDirectoryRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromDirectoryResponseSchema>> {
    this.state.note('erasePersonFromDirectory', request);
    return { recordErased: false, traces: 3 };
  }

  @RpcMethod(PropertyPrivacyService.method.exportPersonFromProperty)
  async exportProperty(
    @Payload() request: ExportPersonFromPropertyRequest,
  ): Promise<MessageInitShape<typeof ExportPersonFromPropertyResponseSchema>> {
    this.state.note('exportPersonFromProperty', request);
    const isFirst = request.cursor === '';
    return {
      recordsJson: [`{"kind":"${isFirst ? 'draft' : 'register-entry'}"}`],
      nextCursor: isFirst ? '1' : '',
    };
  }

  @RpcMethod(PropertyPrivacyService.method.erasePersonFromProperty)
  async eraseFromProperty(
    @Payload() request: ErasePersonFromPropertyRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromPropertyResponseSchema>> {
    this.state.note('erasePersonFromProperty', request);
    return { drafts: 1, registerEntriesKept: 2 };
  }

  @RpcMethod(CafPrivacyService.method.exportPersonFromCaf)
  async exportCaf(
    @Payload() request: ExportPersonFromCafRequest,
  ): Promise<MessageInitShape<typeof ExportPersonFromCafResponseSchema>> {
    this.state.note('exportPersonFromCaf', request);
    return { recordsJson: ['{"kind":"caf-debt"}'] };
  }

  @RpcMethod(CafPrivacyService.method.erasePersonFromCaf)
  async eraseFromCaf(
    @Payload() request: ErasePersonFromCafRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromCafResponseSchema>> {
    this.state.note('erasePersonFromCaf', request);
    return { records: 4, recordsKept: 5 };
  }

  @RpcMethod(JestimoPrivacyService.method.eraseUserFromJestimo)
  async eraseUser(
    @Payload() request: EraseUserFromJestimoRequest,
  ): Promise<MessageInitShape<typeof EraseUserFromJestimoResponseSchema>> {
    this.state.note('eraseUserFromJestimo', request);
    return { account: true };
  }

  @RpcMethod(TicketsPrivacyService.method.findTicketsOfPerson)
  async findTickets(
    @Payload() request: FindTicketsOfPersonRequest,
  ): Promise<MessageInitShape<typeof FindTicketsOfPersonResponseSchema>> {
    this.state.note('findTicketsOfPerson', request);
    const number = request.afterNumber === 0 ? 7 : 1042;
    const open = request.person?.names.includes('En Cours') ?? false;
    return {
      tickets: [{ ticketId: `ticket-${number}`, number, subject: 'Fuite', module: Module.SYNDIC, open }],
      nextAfter: request.afterNumber === 0 ? 1000 : 0,
    };
  }

  @RpcMethod(TicketsPrivacyService.method.exportTicketOfPerson)
  async exportTicket(
    @Payload() request: ExportTicketOfPersonRequest,
  ): Promise<MessageInitShape<typeof ExportTicketOfPersonResponseSchema>> {
    this.state.note('exportTicketOfPerson', request);
    const { offset } = request;
    const documents = [...this.state.tickets.values()].flatMap((ticket) =>
      (ticket.documents ?? []).flatMap(({ ref }) => (ref ? [ref] : [])),
    );
    return {
      headerJson: '{"subject":"Fuite"}',
      statementsJson: [`{"text":"page ${offset}"}`],
      documents: request.ticketId === 'ticket-7' ? documents : [],
      nextOffset: offset < 2 ? offset + 1 : 0,
    };
  }

  @RpcMethod(TicketsPrivacyService.method.erasePersonFromTicket)
  async eraseFromTicket(
    @Payload() request: ErasePersonFromTicketRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromTicketResponseSchema>> {
    this.state.note('erasePersonFromTicket', request);
    return { changed: true, documentsErased: 1, documentsKept: 1 };
  }

  @RpcMethod(TicketsPrivacyService.method.getRetention)
  async getRetention(
    @Payload() request: GetRetentionRequest,
  ): Promise<MessageInitShape<typeof GetRetentionResponseSchema>> {
    this.state.note('getRetention', request);
    return { retention: { closedMonths: 120 } };
  }

  @RpcMethod(TicketsPrivacyService.method.saveRetention)
  async saveRetention(
    @Payload() request: SaveRetentionRequest,
  ): Promise<MessageInitShape<typeof SaveRetentionResponseSchema>> {
    this.state.note('saveRetention', request);
    return {};
  }

  @RpcMethod(TicketsPrivacyService.method.previewRetention)
  async previewRetention(
    @Payload() request: PreviewRetentionRequest,
  ): Promise<MessageInitShape<typeof PreviewRetentionResponseSchema>> {
    this.state.note('previewRetention', request);
    return { tickets: 2, documents: 5 };
  }

  @RpcMethod(NotificationsPrivacyService.method.exportMessagesOfPerson)
  async exportMessages(
    @Payload() request: ExportMessagesOfPersonRequest,
  ): Promise<MessageInitShape<typeof ExportMessagesOfPersonResponseSchema>> {
    this.state.note('exportMessagesOfPerson', request);
    const isFirst = request.cursor === '';
    return { recordsJson: [`{"subject":"${isFirst ? 'un' : 'deux'}"}`], nextCursor: isFirst ? 'more' : '' };
  }

  @RpcMethod(NotificationsPrivacyService.method.erasePersonFromMessages)
  async eraseFromMessages(
    @Payload() request: ErasePersonFromMessagesRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromMessagesResponseSchema>> {
    this.state.note('erasePersonFromMessages', request);
    return request.ticketId ? { messages: 1 } : { messages: 2, answers: 1 };
  }
}
