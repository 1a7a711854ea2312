import { ModuleSchema } from '@intervia/contracts';
import { Choice, OneOf, QueryFlag, QueryWhole, Text } from '../http/fields.js';

/** Manual, "En cours ou… autres". */
const SHOW = ['open', 'today', 'closed', 'all'];

export class TicketsQuery {
  @Choice(ModuleSchema, { description: 'Default: all that the user may see.' })
  module?: string;

  @QueryFlag({ description: 'Only the tickets of the signed-in user.' })
  mine?: boolean;

  @OneOf(SHOW, { description: 'Default: open.' })
  show?: string;

  @Text(200, { description: 'A number, or words of the subject, description, place or contractor.' })
  search?: string;

  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;

  @QueryWhole(1, 200, { description: 'Default 50.' })
  limit?: number;
}
