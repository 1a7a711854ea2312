import {
  CarnetChapterSchema,
  ModuleSchema,
  ReportKindSchema,
  ReportPartSchema,
  ReportVersionSchema,
  SharedWithSchema,
} from '@intervia/contracts';
import { Choice, Choices, Day, Id, NestedList, QueryWhole, Text, Whole } from '../http/fields.js';

const DAY = 10;
const FAR = 100_000;
const PAGE = 100;
const LONGEST = 300;
const MOST_ENTRIES = 200;
const LAST_YEAR = 2200;
const MOST_CENTS = 4_000_000_000;

export class ReportsQuery {
  @Choice(ModuleSchema, { description: 'Required of who may see both; default: the only one.' })
  module?: string;

  @QueryWhole(0, FAR)
  skip?: number;

  @QueryWhole(1, PAGE)
  limit?: number;
}

/** Exactly one of `buildingId` and `unitId`. */
export class NewReportDto {
  @Choice(ReportKindSchema, { required: true })
  kind!: string;

  @Choice(ReportVersionSchema, { required: true })
  version!: string;

  @Choice(ModuleSchema, { required: true })
  module!: string;

  @Id()
  buildingId?: string;

  @Id()
  unitId?: string;

  @Text(DAY, { required: true, description: 'First day in Paris, YYYY-MM-DD.' })
  from!: string;

  @Text(DAY, { required: true, description: 'Last day, included.' })
  until!: string;

  @Choices(ReportPartSchema, { description: 'Manual, "Choix des données".' })
  parts?: string[];
}

export class ReportSharingDto {
  @Choice(SharedWithSchema, { required: true })
  sharedWith!: string;
}

export class CarnetEntryDto {
  @Choice(CarnetChapterSchema, { required: true })
  chapter!: string;

  @Text(LONGEST, { required: true })
  subject!: string;

  @Text(LONGEST, { description: 'The firm or the insurer.' })
  company?: string;

  @Text(LONGEST, { description: 'Of the contract.' })
  reference?: string;

  @Whole(0, LAST_YEAR, { description: 'Of works; 0: not said.' })
  year?: number;

  @Day({ description: 'End of a contract.' })
  expiresOn?: string;

  @Whole(0, MOST_CENTS)
  amountCents?: number;
}

export class CarnetDto {
  @Whole(0, FAR, { required: true, description: 'The one that was read.' })
  version!: number;

  @NestedList(() => CarnetEntryDto, MOST_ENTRIES, { required: true })
  entries!: CarnetEntryDto[];
}
