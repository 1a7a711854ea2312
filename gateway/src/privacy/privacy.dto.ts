import { ApiProperty } from '@nestjs/swagger';
import { Id, Text, Texts, Whole } from '../http/fields.js';

const MOST = 5;
const NAME = 200;

/** Whose data it is. */
export class SoughtPersonDto {
  @Id({ description: 'Of a client or contractor that LSC publishes; absent for somebody who was typed in.' })
  partyId?: string;
  @Id({ description: 'Of somebody of the agency, instead.' })
  userId?: string;
  @Texts(MOST, NAME, { description: 'As it is written, other spellings too.' })
  names?: string[];
  @Texts(MOST, NAME)
  mails?: string[];
  @Texts(MOST, NAME)
  phones?: string[];
}

export class PeopleQuery {
  @Text(NAME, { required: true, description: 'Beginnings of words of a name or mail.' })
  search!: string;
}

export class RetentionDto {
  @Whole(0, 600, {
    required: true,
    description: 'Months after its last change in which a closed ticket is kept; 0: for ever. 12 at least.',
  })
  closedMonths!: number;
  @Whole(0, 600, { required: true, description: 'The same of cancelled requests.' })
  cancelledMonths!: number;
}

class HeldTicketDto {
  @ApiProperty()
  ticketId!: string;
  @ApiProperty({ type: 'integer' })
  number!: number;
  @ApiProperty()
  subject!: string;
  @ApiProperty({ description: 'Neither closed nor cancelled: nobody is struck out of it.' })
  open!: boolean;
}

export class HeldDto {
  @ApiProperty({ type: [HeldTicketDto] })
  tickets!: HeldTicketDto[];
  @ApiProperty({ type: 'integer', description: 'Sent to them, or received.' })
  messages!: number;
  @ApiProperty({ type: 'integer', description: 'Record, places, leases, account, sessions.' })
  records!: number;
  @ApiProperty({
    type: 'integer',
    description: 'Drafts of mandates and leases, entries of the mandate register, exchanges with caisses.',
  })
  property!: number;
}

export class ErasedDto {
  @ApiProperty({ type: 'integer' })
  tickets!: number;
  @ApiProperty({ type: 'integer' })
  documentsErased!: number;
  @ApiProperty({ type: 'integer', description: 'Quotes and invoices, which are kept for ten years.' })
  documentsKept!: number;
  @ApiProperty({ type: 'integer' })
  messages!: number;
  @ApiProperty({ type: 'integer', description: 'Drafts of mandates and leases.' })
  drafts!: number;
  @ApiProperty({ type: 'integer', description: 'Of the mandate register, which is kept for ten years.' })
  registerEntriesKept!: number;
  @ApiProperty({ type: 'integer', description: 'Of exchanges with caisses that have ended.' })
  cafRecords!: number;
  @ApiProperty({
    type: 'integer',
    description: 'Posted payments, which are kept for ten years, and what is still to be told or paid.',
  })
  cafRecordsKept!: number;
  @ApiProperty({ type: 'integer', description: 'Sessions, second factor, entries of the log of security.' })
  traces!: number;
  @ApiProperty({ description: 'False where a place, a lease or an account still names them in LSC’s data.' })
  recordErased!: boolean;
}
