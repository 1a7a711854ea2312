import { EstimateKindSchema } from '@intervia/contracts';
import { Choice, Flag, Ids, Text } from '../http/fields.js';

const LONGEST = 200;
const MOST_USERS = 200;

export class JestimoLoginDto {
  @Text(LONGEST, { required: true, description: 'Given by the partner.' })
  login!: string;

  @Text(LONGEST, { required: true, description: 'Kept sealed; never answered.' })
  password!: string;
}

export class JestimoLoginsDto extends JestimoLoginDto {
  @Ids(MOST_USERS, { required: true, description: 'Users who share this account.' })
  userIds!: string[];
}

export class EstimateDto {
  @Choice(EstimateKindSchema, { required: true })
  kind!: string;
}

export class FeedChoiceDto {
  @Flag({ required: true, description: 'Whether the entity gives its anonymised data.' })
  enabled!: boolean;
}
