import { AccountKindSchema, UnitChoiceSchema } from '@intervia/contracts';
import { Choice, Id, QueryFlag, QueryWhole, Text } from '../http/fields.js';

class PageQuery {
  @Text(200, { description: 'Words by their beginning; accents and case ignored.' })
  search?: string;

  @QueryWhole(1, 100)
  limit?: number;

  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;
}

export class PartiesQuery extends PageQuery {
  @Choice(AccountKindSchema, { description: 'Only those with an account of this kind.' })
  accountKind?: string;
}

export class UnitFilesQuery extends PageQuery {
  @Choice(UnitChoiceSchema, {
    description: 'LETTABLE: under a mandate. FROM_SYNDIC: to be taken over from the syndic module.',
  })
  choice?: string;

  @Id()
  buildingId?: string;

  @Id()
  mandateId?: string;
}

export class MandatesQuery extends PageQuery {
  @QueryFlag({ description: 'Only those that have not ended.' })
  active?: boolean;
}

export class TenantsQuery extends PageQuery {
  @QueryFlag({ description: 'Only those who have not left.' })
  presentOnly?: boolean;

  @Id()
  unitId?: string;
}
