import { LETTERS } from '@intervia/rules';
import { Flag, Id, Nested, Text } from '../http/fields.js';

const SEVERAL = 'Several are separated by , or ;';

class ChannelsDto {
  @Flag({ required: true })
  mail!: boolean;

  @Flag({ required: true })
  sms!: boolean;
}

/** How a person is reached, as typed in. */
export class ReachDto {
  @Text(2_000, { description: SEVERAL, example: 'a@exemple.fr; b@exemple.fr' })
  mails?: string;

  @Text(1_000, {
    description: `${SEVERAL} French numbers may be written as people do.`,
    example: '06 12 34 56 78',
  })
  mobiles?: string;

  @Nested(() => ChannelsDto)
  channels?: ChannelsDto;
}

export class PersonDto extends ReachDto {
  @Id({ description: 'Directory id; absent for a person typed in by hand.' })
  partyId?: string;

  @Text(LETTERS.name)
  name?: string;

  @Text(LETTERS.comment, { description: 'Of a contractor: its own instructions, beside the description.' })
  comment?: string;

  @Text(50, { description: 'A number to call, as typed.' })
  phone?: string;
}
