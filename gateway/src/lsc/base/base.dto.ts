import { Id, QueryWhole } from '../../http/fields.js';

const MOST_AFTER = 2_000_000_000;

export class BaseQuery {
  @Id({ description: 'Of the import, chosen by the program; one is made when absent.' })
  import?: string;
  @QueryWhole(0, MOST_AFTER, {
    description: 'Last answered line of the import: lines are counted on from it.',
  })
  after?: number;
}
