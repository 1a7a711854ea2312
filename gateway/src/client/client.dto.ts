import { LETTERS, MOST } from '@intervia/rules';
import type { Party } from '@intervia/contracts';
import { ModuleSchema } from '@intervia/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { Choice, Ids, Nested, QueryWhole, Text } from '../http/fields.js';
import { SessionAgencyDto } from '../session/session.dto.js';
import type { SignedInClient } from '../session/sessions.js';
import { TicketPlaceDto } from '../tickets/opening/ticket-draft.dto.js';

class ClientDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: [String] })
  mails!: string[];
  @ApiProperty({ type: [String], description: 'E.164.' })
  mobiles!: string[];
}

class EmergencyLineDto {
  @ApiProperty({ example: 'Plombier de garde : 01 44 55 66 77' })
  text!: string;
  @ApiProperty({ description: 'To be dialled; empty where the line holds no number.' })
  dial!: string;
}

export class ClientSessionDto {
  @ApiProperty()
  client!: ClientDto;
  @ApiProperty()
  agency!: SessionAgencyDto;
  @ApiProperty({ description: 'To be sent as X-Intervia-CSRF with every request that changes something.' })
  csrfToken!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({ description: 'Whether the agency shows tickets to its clients, in one module at least.' })
  followUps!: boolean;
  @ApiProperty({ type: [EmergencyLineDto], description: 'Of the agency, whom clients may call at night.' })
  emergency!: EmergencyLineDto[];
}

export function clientSessionDto(
  { client, agencyId, agencyName, csrfToken, expiresAt }: SignedInClient,
  { followUps, emergency }: Pick<ClientSessionDto, 'followUps' | 'emergency'>,
): ClientSessionDto {
  return {
    client: clientDto(client),
    agency: { id: agencyId, name: agencyName },
    csrfToken,
    expiresAt: expiresAt.toISOString(),
    followUps,
    emergency,
  };
}

function clientDto({ id, name, mails, mobiles }: Party): ClientDto {
  return { id, name, mails, mobiles };
}

/** A unit or a whole building: one of the two ids. */
export class ClientPlaceDto {
  @ApiProperty({ required: false })
  unitId?: string;
  @ApiProperty({ required: false })
  buildingId?: string;
  @ApiProperty({ example: 'Résidence Les Tilleuls, Appartement 12' })
  label!: string;
  @ApiProperty()
  address!: string;
}

export class ClientPlacesDto {
  @ApiProperty({ type: [ClientPlaceDto] })
  places!: ClientPlaceDto[];
}

/** A client's request, about one of its own places. */
export class ClientRequestDto {
  @Nested(() => TicketPlaceDto, { required: true, description: 'One of GET /api/client/places.' })
  place!: TicketPlaceDto;

  @Choice(ModuleSchema, { description: 'Where both are possible; default: by what the client is there.' })
  module?: string;

  @Text(LETTERS.subject, { required: true })
  subject!: string;

  @Text(LETTERS.text, { required: true })
  description!: string;

  @Ids(MOST.documents, { description: 'From POST /api/client/uploads.' })
  attachmentIds?: string[];
}

/** Of follow-ups and of requests. */
export class PageQuery {
  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;

  @QueryWhole(1, 100)
  limit?: number;
}
