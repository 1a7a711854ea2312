import {
  HoursKindSchema,
  MeasuredKindSchema,
  ModuleSchema,
  SourceSchema,
  TicketTypeSchema,
  WaitedForSchema,
} from '@intervia/contracts';
import { Choice, Id, OneOf, QueryFlag, QueryWhole, Text } from '../http/fields.js';

const DAY = 10;
const AGE_BANDS = 4;
const PAGE = 200;
const FAR = 1_000_000;

/** Requests received within the period; all that is given must hold. */
export class SegmentQuery {
  @Choice(ModuleSchema, { description: 'Required of who may see both; default: the only one.' })
  module?: string;

  @Text(DAY, { required: true, description: 'First day in Paris, YYYY-MM-DD.' })
  from!: string;

  @Text(DAY, { required: true, description: 'Last day, included.' })
  until!: string;

  @Id()
  buildingId?: string;

  @Id()
  unitId?: string;

  @Id()
  managerId?: string;

  @Id()
  contractorId?: string;

  @Choice(SourceSchema)
  source?: string;

  @Text(100, { description: 'As the directory names it; NONE: contractors without one.' })
  trade?: string;

  @QueryFlag()
  urgent?: boolean;
}

export class DashboardQuery extends SegmentQuery {
  @Choice(HoursKindSchema, { description: 'Default: CALENDAR.' })
  hours?: string;
}

export class MeasuredTicketsQuery extends SegmentQuery {
  @Choice(MeasuredKindSchema, { description: 'Default: ALL.' })
  kind?: string;

  @Choice(WaitedForSchema)
  waitedFor?: string;

  @QueryWhole(0, AGE_BANDS, { description: 'Of OPEN: 0 for up to 3 days, 4 for more than 30.' })
  ageBand?: number;

  @Choice(TicketTypeSchema)
  type?: string;

  @QueryWhole(0, FAR)
  skip?: number;

  @QueryWhole(1, PAGE)
  limit?: number;
}

const SHEETS = ['statistics', 'dashboard'];

export class SheetQuery extends DashboardQuery {
  @OneOf('ReportSheet', SHEETS, { required: true })
  sheet!: string;
}
