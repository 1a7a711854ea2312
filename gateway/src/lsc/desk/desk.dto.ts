import { ApiProperty } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import { Id } from '../../http/fields.js';
import { TicketsQuery } from '../../tickets/opening/tickets.dto.js';

const WHO = 'Id of the user who looks, as LSC published it: the tickets are those that this user sees.';

export class OfUserQuery {
  @IsDefined({ context: { code: 'REQUIRED' } })
  @Id({ description: WHO, required: true })
  userId!: string;
}

/** The filters of the extranet’s list, by who looks. */
export class TicketsOfUserQuery extends TicketsQuery {
  @IsDefined({ context: { code: 'REQUIRED' } })
  @Id({ description: WHO, required: true })
  userId!: string;
}

export class TicketLinkDto {
  @ApiProperty({
    example: 'https://intervia.example/open/syndic/5f0c…#…',
    description:
      'For the browser of this user alone. What stands behind the "#" is never sent to a server in an address.',
  })
  url!: string;
  @ApiProperty({ format: 'date-time', description: 'A minute from now.' })
  expiresAt!: string;
}
