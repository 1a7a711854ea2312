import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ModuleSchema, SourceSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Places, ticketPlace } from '../../directory/places.js';
import type { CommandKey } from '../../http/idempotency.js';
import { IdempotencyKey } from '../../http/idempotency.js';
import type { FieldFault } from '../../http/problem.js';
import { InvalidRequest } from '../../http/problem.js';
import { enumValue } from '../../mapping/enums.js';
import { Idempotent, Operation, Problems } from '../../openapi/decorators.js';
import { callerOf, commandOf } from '../../session/caller.js';
import { demand } from '../../session/rights.js';
import { Me } from '../../session/session.guard.js';
import type { SignedIn } from '../../session/sessions.js';
import { Documents, OF_OPENING } from '../../uploads/documents.js';
import { userRef } from './draft-of-ticket.js';
import { PeopleReaders } from '../people/people-of-ticket.js';
import { inRequestTerms } from './request-terms.js';
import { ImportedDto, RequestDto, RequestedDto, VisitNotesDto } from './requests.dto.js';

const LSC = 'LSC';

/** What becomes a "?": it waits for a manager to validate it. */
@ApiTags('Requests')
@Controller('api')
export class RequestsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly places: Places,
    private readonly documents: Documents,
    private readonly readers: PeopleReaders,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Post('requests')
  @Operation('enterRequest', 'Enter a request', 'A "?", for the manager of the place.')
  @Idempotent()
  @ApiCreatedResponse({ type: RequestedDto })
  @Problems(
    'INVALID_REQUEST',
    'INVALID_TICKET',
    'PLACE_NOT_FOUND',
    'PLACE_NOT_ATTACHED',
    'FORBIDDEN_ACTION',
    'IDEMPOTENCY_KEY_REQUIRED',
    'IDEMPOTENCY_KEY_REUSED',
  )
  async request(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() dto: RequestDto,
  ): Promise<RequestedDto> {
    const module = enumValue(ModuleSchema, dto.module);
    demand(me, 'create', module);
    const [place, attachments] = await Promise.all([
      this.places.find(me, dto.place, 'place'),
      this.documents.all(me, dto.attachmentIds, 'attachmentIds', OF_OPENING),
    ]);
    const reader = this.readers.at(place.building?.postalCode ?? '');
    const requester = dto.requester && reader.person(dto.requester, 'requester');
    reader.refuseFaults();
    const { ticketId, number } = await this.tickets
      .requestTicket({
        context: commandOf(me, key),
        module,
        subject: dto.subject,
        description: dto.description,
        place: ticketPlace(place),
        requester,
        source: enumValue(SourceSchema, dto.source ?? LSC),
        manager: place.manager && userRef(place.manager),
        assistant: place.assistant && userRef(place.assistant),
        attachments,
        requestedAt: momentOf(dto.requestedAt),
      })
      .catch(inRequestTerms);
    return { ticketId, number };
  }

  @Post('visit-notes')
  @HttpCode(200)
  @Operation(
    'importVisitNotes',
    'Import visit notes',
    'Notes and photos of site visits: a "?" each, without a manager.',
  )
  @ApiOkResponse({ type: ImportedDto })
  @Problems('INVALID_REQUEST', 'INVALID_TICKET', 'FORBIDDEN_ACTION')
  async importNotes(@Me() me: SignedIn, @Body() dto: VisitNotesDto): Promise<ImportedDto> {
    for (const { module } of dto.notes) demand(me, 'create', enumValue(ModuleSchema, module));
    const faults: FieldFault[] = [];
    const notes = await Promise.all(dto.notes.map((note, index) => this.note(me, note, index, faults)));
    if (faults.length > 0) throw new InvalidRequest(faults);
    const { imported } = await this.tickets
      .importVisitNotes({ caller: callerOf(me), notes })
      .catch(inRequestTerms);
    return { imported };
  }

  private async note(
    me: SignedIn,
    { externalId, module, subject, text, notedAt, ...dto }: VisitNotesDto['notes'][number],
    index: number,
    faults: FieldFault[],
  ) {
    const [place, photos] = await Promise.all([
      this.places.find(me, dto.place, `notes.${index}.place`).catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'PLACE_NOT_FOUND') throw error;
        faults.push({ field: `notes.${index}.place`, code: 'PLACE_NOT_FOUND' });
        return undefined;
      }),
      this.documents.resolve(me, dto.photoIds ?? [], `notes.${index}.photoIds`, faults, OF_OPENING),
    ]);
    return {
      externalId,
      module: enumValue(ModuleSchema, module),
      subject,
      text,
      place: place && ticketPlace(place),
      photos,
      notedAt: momentOf(notedAt),
    };
  }
}

function momentOf(text: string | undefined) {
  return text === undefined ? undefined : timestampFromDate(new Date(text));
}
