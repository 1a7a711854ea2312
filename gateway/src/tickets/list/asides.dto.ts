import { LETTERS, MOST } from '@intervia/rules';
import { Day, Ids, QueryList, Text } from '../../http/fields.js';
import { OwnViewsQuery } from '../opening/tickets.dto.js';

export class PutAsideDto extends OwnViewsQuery {
  @Ids(MOST.asides, { required: true })
  ticketIds!: string[];

  @Day({ required: true, description: 'In Paris; to come, a year ahead at most.' })
  day!: string;

  @Text(LETTERS.aside, { description: 'What one wants to be told then.' })
  reason?: string;
}

export class TakeBackQuery extends OwnViewsQuery {
  @QueryList()
  @Ids(MOST.asides, { required: true })
  ticketIds!: string[];
}
