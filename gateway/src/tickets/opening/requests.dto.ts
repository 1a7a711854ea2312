import { LETTERS, MOST } from '@intervia/rules';
import { ModuleSchema, SourceSchema } from '@intervia/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, Ids, Instant, Nested, NestedList, Text } from '../../http/fields.js';
import { PersonDto } from '../../directory/person.dto.js';
import { TicketPlaceDto } from './ticket-draft.dto.js';

/** What a client asked for, entered by the agency: a "?". */
export class RequestDto {
  @Choice(ModuleSchema, { required: true })
  module!: string;

  @Text(LETTERS.subject, { required: true })
  subject!: string;

  @Text(LETTERS.text)
  description?: string;

  @Nested(() => TicketPlaceDto, { required: true, description: 'A building or a unit: one of the two.' })
  place!: TicketPlaceDto;

  @Nested(() => PersonDto)
  requester?: PersonDto;

  @Choice(SourceSchema, { description: 'Default: LSC.' })
  source?: string;

  @Instant({ description: 'Default: now.' })
  requestedAt?: string;

  @Ids(MOST.documents, { description: 'From POST /api/uploads.' })
  attachmentIds?: string[];
}

export class RequestedDto {
  @ApiProperty()
  ticketId!: string;
  @ApiProperty()
  number!: number;
}

class VisitNoteDto {
  @Id({ required: true, description: 'Of VTI: the same note, sent again, changes nothing.' })
  externalId!: string;

  @Choice(ModuleSchema, { required: true })
  module!: string;

  @Text(LETTERS.subject, { required: true })
  subject!: string;

  @Text(LETTERS.text)
  text?: string;

  @Nested(() => TicketPlaceDto, { required: true, description: 'A building or a unit: one of the two.' })
  place!: TicketPlaceDto;

  @Ids(MOST.documents, { description: 'From POST /api/uploads.' })
  photoIds?: string[];

  @Instant({ description: 'Default: now.' })
  notedAt?: string;
}

export class VisitNotesDto {
  @NestedList(() => VisitNoteDto, 200, { required: true })
  notes!: VisitNoteDto[];
}

export class ImportedDto {
  @ApiProperty({ description: 'Without those known before.' })
  imported!: number;
}
