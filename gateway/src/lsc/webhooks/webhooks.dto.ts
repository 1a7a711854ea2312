import { CHANGE_TYPES } from '@intervia/contracts/changes';
import { Flag, QueryWhole, Text, WordsOf } from '../../http/fields.js';

const LONGEST_URL = 500;
const MOST_DELIVERIES = 100;
const LONGEST_CURSOR = 100;

export class WebhookDto {
  @Text(LONGEST_URL, { required: true, description: 'Public and https: where the receiver listens.' })
  url!: string;
  @WordsOf('ChangeType', CHANGE_TYPES, {
    description: 'Types of changes that are told; all when absent or empty.',
  })
  types?: string[];
}

export class PauseDto {
  @Flag({ required: true, description: 'False: it goes on, and what was kept is sent.' })
  paused!: boolean;
}

export class JournalQuery {
  @QueryWhole(1, MOST_DELIVERIES, { description: 'Deliveries in a page; 50 when absent.' })
  limit?: number;
  @Text(LONGEST_CURSOR, { description: '`nextCursor` of the page before.' })
  cursor?: string;
}
