import { Action, CorrespondentRoleSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../../mapping/enums.js';
import type { JsonObject } from '../../mapping/json.js';
import type { SentCommand } from '../command.js';
import { Command, Commands, Sent, namingOf } from '../command.js';
import { Documents } from '../../uploads/documents.js';
import {
  AnotherContractorDto,
  InformationDto,
  NoteDto,
  ReachChangeDto,
  ThreadMessageDto,
} from './exchange.dto.js';
import { PeopleOfTicket } from './people-of-ticket.js';
import { Operation } from '../../openapi/decorators.js';

/** Manual, "Options disponibles à toutes les étapes": with whom one speaks about a ticket, and what one notes. */
@ApiTags('Exchanges')
@Controller('api/tickets/:id')
export class ExchangeController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly commands: Commands,
    private readonly documents: Documents,
    private readonly people: PeopleOfTicket,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Operation('contactAnotherContractor', 'Contact another contractor', 'In the place of one or beside all.')
  @Command(Action.CONTACT_ANOTHER, 'contractors', 'MISSION_NOT_FOUND', 'QUOTE_ALREADY_ACCEPTED')
  async contactAnother(@Sent() sent: SentCommand, @Body() dto: AnotherContractorDto): Promise<JsonObject> {
    const { replacedMissionId } = dto;
    const reader = await this.people.reader(sent);
    const contractor = reader.person(dto.contractor, 'contractor');
    reader.refuseFaults();
    return this.commands.run(sent, (target) =>
      this.tickets.contactAnotherContractor({ ...target, contractor, replacedMissionId }),
    );
  }

  @Operation('informThirdParties', 'Inform third parties', 'Of the present step.')
  @Command(Action.INFORM_THIRD_PARTY, 'information', 'NOT_ON_MULTI_WORK_ORDER')
  async inform(@Sent() sent: SentCommand, @Body() dto: InformationDto): Promise<JsonObject> {
    const reader = await this.people.reader(sent);
    const persons = reader.persons(dto.persons, 'persons');
    reader.refuseFaults();
    return this.commands.run(sent, (target) =>
      this.tickets.informThirdParties({ ...target, persons, comment: dto.comment }),
    );
  }

  @Operation(
    'postMessage',
    'Post a message',
    'Writes to a third party, or enters what one said; answers keep thread and subject.',
  )
  @Command(
    Action.POST_MESSAGE,
    'thread-messages',
    'MISSION_NOT_FOUND',
    'CORRESPONDENT_NOT_FOUND',
    'THREAD_NOT_FOUND',
  )
  async post(@Sent() sent: SentCommand, @Body() dto: ThreadMessageDto): Promise<JsonObject> {
    const { missionId = '', correspondentId, threadId, subject, text, received } = dto;
    const reader = await this.people.reader(sent);
    const person = dto.person && reader.person(dto.person, 'person');
    reader.refuseFaults();
    const role = enumValue(CorrespondentRoleSchema, dto.role);
    return this.commands.run(sent, async (target) => {
      const documents = await this.documents.all(sent.me, dto.documentIds, 'documentIds', namingOf(sent));
      const to = { missionId, correspondentId, role, person };
      return this.tickets.postMessage({ ...target, ...to, threadId, subject, text, documents, received });
    });
  }

  @Operation('addNote', 'Add a note', 'Internal: never shown outside the agency.')
  @Command(Action.ADD_NOTE, 'notes')
  addNote(@Sent() sent: SentCommand, @Body() { html, documentIds }: NoteDto): Promise<JsonObject> {
    return this.commands.run(sent, async (target) => {
      const documents = await this.documents.all(sent.me, documentIds, 'documentIds', namingOf(sent));
      return this.tickets.addNote({ ...target, html, documents });
    });
  }

  @Operation(
    'changeReach',
    'Change how somebody is reached',
    'Addresses of a contractor or correspondent, and how one is written to.',
  )
  @Command(Action.CHANGE_REACH, 'reach', 'MISSION_NOT_FOUND', 'CORRESPONDENT_NOT_FOUND')
  async changeReach(@Sent() sent: SentCommand, @Body() dto: ReachChangeDto): Promise<JsonObject> {
    const { missionId = '', correspondentId } = dto;
    const reader = await this.people.reader(sent);
    const reach = reader.reach(dto);
    reader.refuseFaults();
    return this.commands.run(sent, (target) =>
      this.tickets.changeReach({ ...target, missionId, correspondentId, reach }),
    );
  }
}
