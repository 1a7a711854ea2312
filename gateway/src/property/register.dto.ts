import { AnnotationKindSchema, MentionSchema } from '@intervia/contracts/property';
import { Choice, Day, QueryWhole, Text, Texts } from '../http/fields.js';

/** A card has a register for each of its mentions. */
export class RegisterQuery {
  @Choice(MentionSchema, { description: 'Default: G; of a decision SYNDIC.' })
  mention?: string;
}

export class EntriesQuery extends RegisterQuery {
  @QueryWhole(0, 2 ** 31 - 1, { description: 'nextBefore of the previous answer.' })
  before?: number;

  @QueryWhole(1, 100)
  limit?: number;
}

export class AnnotationDto {
  @Choice(AnnotationKindSchema, { required: true })
  kind!: string;

  @Day({ required: true })
  on!: string;

  @Text(500, { required: true })
  text!: string;
}

export class DecisionDto {
  @Day({ required: true, description: 'Of the general meeting.' })
  on!: string;

  @Text(120, { required: true, description: 'The syndicate of co-owners.' })
  mandantName!: string;

  @Text(250, { required: true })
  mandantAddress!: string;

  @Texts(20, 200, { description: 'The buildings.' })
  places?: string[];

  @Text(500)
  remarks?: string;
}
