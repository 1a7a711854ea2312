import {
  ColourSchema,
  ListSortSchema,
  ModuleSchema,
  QueueSchema,
  SearchFieldSchema,
  SourceSchema,
  StatusSchema,
  TicketPartSchema,
  TicketTypeSchema,
} from '@intervia/contracts';
import {
  Choice,
  Choices,
  Id,
  Ids,
  Instant,
  OneOf,
  QueryFlag,
  QueryList,
  QueryWhole,
  Text,
} from '../../http/fields.js';

/** Manual, "En cours ou… autres". */
const SHOW = ['open', 'today', 'closed', 'all'];

const MODULE = 'Required of who may see both; default: the only one.';

/** Which tickets: the list's filters, and LSC's search of several criteria. All that are given must hold. */
export class TicketFilter {
  @Choice(ModuleSchema, { description: MODULE })
  module?: string;

  @QueryFlag({
    description: 'Only the tickets of the signed-in user, and of those in whose place it stands.',
  })
  mine?: boolean;

  @OneOf('Show', SHOW, { description: 'Default: open; all when ids are given.' })
  show?: string;

  @Text(200, {
    description:
      'A number, or words by their beginning, three letters at least; those with a digit are found whole. All must ' +
      'stand somewhere. Accents and case ignored; so are words like "de", "la", "rue" beside others.',
  })
  search?: string;

  @Choice(SearchFieldSchema, {
    description: 'Where to search. Default: everywhere. BUILDING also looks at what names a unit of it.',
  })
  searchIn?: string;

  @QueryList()
  @Choices(TicketTypeSchema)
  types?: string[];

  @QueryList()
  @Choices(StatusSchema)
  statuses?: string[];

  @QueryList()
  @Choices(SourceSchema)
  sources?: string[];

  @QueryList()
  @Ids(50)
  managerIds?: string[];

  @Id()
  buildingId?: string;

  @Id()
  unitId?: string;

  @Id({ description: 'Directory id of a contractor.' })
  contractorId?: string;

  @Id({ description: 'Directory id of a requester.' })
  requesterId?: string;

  @Choice(QueueSchema, { description: 'Of open tickets, whatever `show` says; beside the other filters.' })
  queue?: string;

  @Choice(ListSortSchema, {
    description:
      'Default: last modified first; visits of the week by their date. NEXT leaves out what has nothing to come.',
  })
  sort?: string;

  @Choice(ColourSchema)
  colour?: string;

  @QueryFlag()
  urgent?: boolean;

  @Instant({ description: 'Opened then or after.' })
  openedFrom?: string;

  @Instant({ description: 'Opened before.' })
  openedBefore?: string;

  @QueryList()
  @Ids(200, { description: 'A selection.' })
  ids?: string[];
}

export class TicketsQuery extends TicketFilter {
  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;

  @QueryWhole(1, 200, { description: 'Default: the module’s setting.' })
  limit?: number;
}

export class QueuesQuery {
  @Choice(ModuleSchema, { description: MODULE })
  module?: string;

  @QueryFlag({
    description: 'Only the tickets of the signed-in user, and of those in whose place it stands.',
  })
  mine?: boolean;
}

export class OwnViewsQuery {
  @Choice(ModuleSchema, { description: MODULE })
  module?: string;
}

export class OwnViewQuery extends OwnViewsQuery {
  @Text(40, { required: true })
  name!: string;
}

export class OwnViewDto extends OwnViewQuery {
  @Text(500, { description: 'What the list’s address says after its “?”.' })
  address?: string;
}

export class DeletionsQuery {
  @Choice(ModuleSchema, { description: MODULE })
  module?: string;

  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;

  @QueryWhole(1, 200)
  limit?: number;
}

/** What came before what a ticket is opened with. */
export class EarlierQuery {
  @Choice(TicketPartSchema, { required: true })
  part!: string;

  @Id({ description: 'Of messages.' })
  threadId?: string;

  @QueryWhole(0, 1_000_000, { description: 'Those before this place, counted from 0.' })
  before?: number;
}
