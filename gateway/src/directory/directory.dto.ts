import { ModuleSchema } from '@intervia/contracts';
import { Choice, Id, QueryWhole, Text } from '../http/fields.js';

const SEARCH = 'Words; accents and case ignored.';

export class BuildingsQuery {
  @Choice(ModuleSchema)
  module?: string;

  @Text(200, { description: SEARCH })
  search?: string;

  @QueryWhole(1, 100, { description: 'Default 20.' })
  limit?: number;
}

export class UnitsQuery {
  @Id()
  buildingId?: string;

  @Text(200, { description: SEARCH })
  search?: string;

  @QueryWhole(1, 100, { description: 'Default 20.' })
  limit?: number;
}

export class ContractorsQuery {
  @Text(100, { description: 'Empty for all trades.' })
  trade?: string;

  @Text(200, { description: SEARCH })
  search?: string;

  @QueryWhole(1, 100, { description: 'Default 20.' })
  limit?: number;
}

/** A building or a unit: one of the two. */
export class PlaceQuery {
  @Id()
  buildingId?: string;

  @Id()
  unitId?: string;
}
