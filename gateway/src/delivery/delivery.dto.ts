import { MailProbeSchema, ReviewStateSchema } from '@intervia/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { enumNames } from '../mapping/enums.js';
import { Choice, Flag, Id, Nested, QueryWhole, Text, Whole } from '../http/fields.js';

const SECRET = 'Never given back. Default: the one known stays.';

export class MailAccountDto {
  @Text(253, { required: true })
  host!: string;

  @Whole(1, 65_535, { required: true })
  port!: number;

  @Flag({ required: true, description: 'TLS from the start; otherwise STARTTLS where the server offers it.' })
  secure!: boolean;

  @Text(254)
  user?: string;

  @Text(1_000, { description: SECRET })
  password?: string;

  @Text(254, { required: true, description: 'Address of the sender.' })
  from!: string;
}

export class MailTestDto {
  @ApiProperty({
    enum: enumNames(MailProbeSchema),
    description: 'Which part does not work; OK: the mail left.',
  })
  result!: string;
}

export class DkimKeyDto {
  @Text(63, { required: true })
  selector!: string;

  @Text(253, { required: true, description: 'The signing domain; that of the sender.' })
  domain!: string;

  @Text(20_000, { description: `PEM. ${SECRET}` })
  privateKey?: string;
}

export class SmsAccountDto {
  @Text(200, { required: true })
  appKey!: string;

  @Text(200, { description: SECRET })
  appSecret?: string;

  @Text(200, { description: SECRET })
  consumerKey?: string;

  @Text(100, { required: true, example: 'sms-ab12345-1' })
  service!: string;

  @Text(11, { description: 'Alphanumeric. Default: the agency’s.' })
  sender?: string;
}

/** Whole, as it was read and then changed; an account that is absent goes through the platform's. */
export class ChannelSettingsDto {
  @Nested(() => MailAccountDto)
  mail?: MailAccountDto;

  @Nested(() => DkimKeyDto)
  dkim?: DkimKeyDto;

  @Nested(() => SmsAccountDto)
  sms?: SmsAccountDto;

  @Whole(0, 1_000_000, {
    required: true,
    description: 'Administrators are told once when fewer credits are left; 0: never.',
  })
  creditsThreshold!: number;

  @Whole(0, 0xffff_ffff, {
    required: true,
    description: 'The one read: what others saved since is not lost.',
  })
  version!: number;
}

export class ReviewsQuery {
  @Choice(ReviewStateSchema, { description: 'Default: OPEN.' })
  state?: string;

  @QueryWhole(1, 200, { description: 'Default 50.' })
  limit?: number;
}

/** Into the exchange with a contractor (missionId) or with a correspondent: one of the two. */
export class AssignmentDto {
  @Id({ required: true })
  ticketId!: string;

  @Id()
  missionId?: string;

  @Id()
  correspondentId?: string;
}

export class AlertPreferenceDto {
  @Flag({ required: true, description: 'One mail a day instead of one per alert.' })
  digest!: boolean;

  @Whole(0, 23, { required: true, description: 'Hour of that mail, Europe/Paris.' })
  hour!: number;
}
