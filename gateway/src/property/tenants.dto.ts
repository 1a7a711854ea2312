import { DepartureReasonSchema } from '@intervia/contracts';
import { GuarantorSchema, SharerSchema } from '@intervia/contracts/property';
import {
  Choice,
  Day,
  Flag,
  Id,
  Message,
  Nested,
  NestedList,
  QueryFlag,
  QueryWhole,
  Text,
  Whole,
} from '../http/fields.js';

const VERSION = 'Version of the lease that was read; 0 for whatever.';
const MOST = 2 ** 31 - 1;

export class AddressDto {
  @Text(120)
  line?: string;

  @Text(120)
  complement?: string;

  @Text(10)
  postalCode?: string;

  @Text(80)
  city?: string;

  @Text(2, { description: 'ISO 3166-1 alpha-2; empty for France.' })
  country?: string;
}

export class NoticeDto {
  @Text(64, { description: 'Of one sharer; empty: the whole lease.' })
  sharerId?: string;

  @Choice(DepartureReasonSchema, { required: true })
  reason!: string;

  @Day({ required: true })
  receivedOn!: string;

  @Day({ required: true, description: 'End of the notice.' })
  leavesOn!: string;

  @Nested(() => AddressDto)
  newAddress?: AddressDto;

  @Text(1000)
  remarks?: string;
}

export class GiveNoticeDto {
  @Whole(0, MOST, { description: VERSION })
  version?: number;

  @Nested(() => NoticeDto, { required: true })
  notice!: NoticeDto;
}

export class VersionDto {
  @Whole(0, MOST, { description: VERSION })
  version?: number;
}

export class DepartureDto {
  @Text(64, { description: 'Of one sharer; empty: the whole lease.' })
  sharerId?: string;

  @Choice(DepartureReasonSchema, { required: true })
  reason!: string;

  @Day({ required: true })
  leftOn!: string;

  @Nested(() => AddressDto)
  newAddress?: AddressDto;

  @Flag()
  lastMonthPaid?: boolean;
}

export class LeaseDepartureDto {
  @Id({ required: true })
  leaseId!: string;

  @Whole(0, MOST, { description: VERSION })
  version?: number;

  @Nested(() => DepartureDto, { required: true })
  departure!: DepartureDto;
}

export class DeparturesDto {
  @NestedList(() => LeaseDepartureDto, 50, { required: true })
  departures!: LeaseDepartureDto[];
}

export class EnterSharerDto {
  @Whole(0, MOST, { description: VERSION })
  version?: number;

  @Message(SharerSchema, {
    required: true,
    description: 'Who enters, as step 3 of a new tenant; without a share it takes that of whom it replaces.',
  })
  sharer!: Record<string, unknown>;

  @Text(64, { description: 'Of the sharer who left or gave notice; empty: nobody’s place is taken.' })
  replacesSharerId?: string;

  @Message(GuarantorSchema, { description: 'Who answers for the one who enters.' })
  guarantor?: Record<string, unknown>;
}

export class RevisionQuery {
  @Day({ required: true, description: 'When the landlord asks: the new rent never takes effect before.' })
  askedOn!: string;
}

export class RevisionDto {
  @Whole(0, MOST, { description: VERSION })
  version?: number;

  @Day({ required: true, description: 'When the landlord asks: the new rent never takes effect before.' })
  askedOn!: string;
}

export class RentCallsQuery {
  @QueryFlag()
  unpaidOnly?: boolean;

  @QueryWhole(1, 100)
  limit?: number;

  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;
}

export class AlarmsQuery {
  @Day({ description: 'Default: a month from today.' })
  until?: string;

  @QueryWhole(1, 100)
  limit?: number;

  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;
}

export class AlarmDoneDto {
  @Day({ description: 'Default: today.' })
  doneOn?: string;
}
