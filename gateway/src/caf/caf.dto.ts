import {
  ArrearsFilterSchema,
  CafMessageSchema,
  CafSchemeSchema,
  LineFilterSchema,
  RowFilterSchema,
  DropStateSchema,
  PaymentStatementStateSchema,
} from '@intervia/contracts';
import { Choice, Flag, Id, NestedList, OneOf, QueryFlag, QueryWhole, Text, Whole } from '../http/fields.js';

const MOST = 0xffff_ffff;
const LAYOUT_MESSAGES = ['CAF12', 'CAF32', 'CAF42', 'STATEMENT'];

class OrganismeDto {
  @Text(3, { required: true, description: 'Three digits, 075.' })
  organisme!: string;

  @Choice(CafSchemeSchema, { required: true })
  scheme!: string;

  @Text(80)
  label?: string;

  @Text(8, { description: 'Given by the partner, by organisme.' })
  codeBailleur?: string;
}

class FiscalCodesDto {
  @Text(10, { required: true, description: 'In force from this day, YYYY-MM-DD.' })
  from!: string;

  @Text(200, { description: 'Separated by semicolons; empty: computed.' })
  furnished?: string;

  @Text(200)
  unfurnished?: string;
}

class NamedTextDto {
  @OneOf('CafLayoutMessage', LAYOUT_MESSAGES, { required: true })
  name!: string;

  @Text(120)
  value?: string;
}

/** Manual, "Onglet CAF": whole, as it was read and then changed. */
export class CafSettingsDto {
  @Whole(0, MOST, { required: true, description: 'The one read; 0 for none.' })
  version!: number;

  @Text(100)
  companyName?: string;

  @Text(20)
  siret?: string;

  @Text(10)
  etablissement?: string;

  @Text(10)
  guichet?: string;

  @Text(20)
  compte?: string;

  @Text(50)
  iban?: string;

  @NestedList(() => OrganismeDto, 50, { required: true })
  organismes!: OrganismeDto[];

  @NestedList(() => FiscalCodesDto, 50, { required: true })
  fiscalCodes!: FiscalCodesDto[];

  @Flag({ required: true, description: '“Radiation à l’enregistrement du préavis”.' })
  noticeSendsP!: boolean;

  @Choice(ArrearsFilterSchema, { required: true, description: 'Who is in CAF32.' })
  arrearsFilter!: string;

  @OneOf('CafEnvironment', ['T', 'P'], { required: true, description: 'Test or production.' })
  environment!: string;

  @NestedList(() => NamedTextDto, 4, { description: 'Templates; the layout’s own where none is given.' })
  fileNames?: NamedTextDto[];

  @NestedList(() => NamedTextDto, 4, { description: 'Ids of layouts; CAFX 1.0 where none is given.' })
  layouts?: NamedTextDto[];

  @Text(64)
  stationId?: string;
}

/** Manual, "Postes techniques". */
export class StationDto {
  @Whole(0, MOST, { required: true })
  version!: number;

  @Text(80, { required: true })
  name!: string;

  @Text(200, { description: 'Where the partner fetches; C:\\Neovacom\\CAF\\Emission.' })
  pickupFolder?: string;

  @Text(200, { description: 'Where statements arrive.' })
  statementsFolder?: string;
}

export class ScopeDto {
  @Text(64, { required: true })
  entityId!: string;

  @Choice(CafMessageSchema, { required: true })
  message!: string;

  @Text(3, { required: true })
  organisme!: string;

  @Whole(2000, 2100, { description: 'CAF12: of the July whose rents are sent.' })
  year?: number;
}

export class RunDto extends ScopeDto {
  @Flag({ description: 'Only say what stands in the way.' })
  dry?: boolean;
}

export class RowsQuery {
  @Text(64, { required: true })
  entityId!: string;

  @Choice(CafMessageSchema, { required: true })
  message!: string;

  @Text(3, { required: true })
  organisme!: string;

  @QueryWhole(2000, 2100)
  year?: number;

  @Choice(RowFilterSchema)
  filter?: string;

  @Text(400)
  cursor?: string;
}

export class PageQuery {
  @QueryWhole(1, 100)
  limit?: number;

  @Text(400)
  cursor?: string;
}

export class FilesQuery extends PageQuery {
  @Text(64)
  entityId?: string;

  @Choice(CafMessageSchema)
  message?: string;

  @Text(3, { description: 'Three digits of the caisse.' })
  organisme?: string;

  @Choice(DropStateSchema)
  state?: string;

  @Text(10, { description: 'Made that day or later; YYYY-MM-DD.' })
  from?: string;

  @Text(10, { description: 'Made that day or earlier; YYYY-MM-DD.' })
  until?: string;
}

export class StatementsQuery extends PageQuery {
  @Choice(PaymentStatementStateSchema)
  state?: string;

  @Text(7, { description: 'A month that is paid in it; YYYY-MM.' })
  month?: string;

  @Text(3, { description: 'Three digits of the caisse.' })
  organisme?: string;
}

export class CasesQuery {
  @Text(64)
  entityId?: string;

  @QueryFlag({ description: 'Also those whose debt was paid.' })
  cleared?: boolean;

  @QueryFlag({ description: 'Look at every tenant again first.' })
  refresh?: boolean;
}

export class ReportDto {
  @Text(10, { required: true, description: 'YYYY-MM-DD.' })
  reportedOn!: string;

  @Text(200, { description: 'Letter, the caisse’s site…' })
  how?: string;

  @Id({ description: 'A document from POST /api/uploads.' })
  proofId?: string;
}

export class OfferDto {
  @Text(20, { required: true, description: 'Account number of the tenant.' })
  account!: string;

  @Text(10, { required: true, description: 'YYYY-MM-DD.' })
  receivedOn!: string;
}

export class OfferAnswerDto {
  @Text(10, { required: true, description: 'YYYY-MM-DD.' })
  answeredOn!: string;

  @Flag({ required: true })
  accepted!: boolean;
}

export class LinesQuery extends PageQuery {
  @Choice(LineFilterSchema)
  filter?: string;
}

class LineIdDto {
  @Text(100, { required: true })
  id!: string;
}

export class SelectionDto {
  @NestedList(() => LineIdDto, 500, { description: 'None: all that are not posted.' })
  lines?: LineIdDto[];

  @Flag({ required: true })
  selected!: boolean;
}

export class LineAssignmentDto {
  @Text(20, { required: true, description: 'Account number of the tenant.' })
  account!: string;

  @Text(64)
  sharerId?: string;
}
