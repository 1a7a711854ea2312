import { SecurityEventKindSchema } from '@intervia/contracts';
import { Choices, Flag, Id, Instant, QueryList, QueryWhole, Text } from '../http/fields.js';

export class SecuritySettingsDto {
  @Flag({ required: true, description: 'Every member of staff needs a second factor.' })
  secondFactorRequired!: boolean;
}

export class ClientMailDto {
  @Text(254, { required: true, description: 'With which the client signs in.' })
  mail!: string;
}

/** What of the log is read. */
export class SecurityFilter {
  @QueryList()
  @Choices(SecurityEventKindSchema, { description: 'All kinds when absent.' })
  kinds?: string[];
  @Id({ description: 'Of a user, or a client.' })
  personId?: string;
  @Instant()
  from?: string;
  @Instant()
  until?: string;
}

export class SecurityQuery extends SecurityFilter {
  @Text(120, { description: '`nextCursor` of the page before.' })
  cursor?: string;
  @QueryWhole(1, 200)
  limit?: number;
}
