import { StepContentSchema, StepSchema, WizardSchema } from '@intervia/contracts/property';
import { Choice, Flag, Id, Ids, Message, QueryWhole, Text, Whole } from '../http/fields.js';

export class DraftsQuery {
  @Choice(WizardSchema, { required: true })
  wizard!: string;

  @Text(500, { description: 'nextCursor of the previous answer.' })
  cursor?: string;

  @QueryWhole(1, 100)
  limit?: number;
}

export class NewDraftsDto {
  @Choice(WizardSchema, { required: true })
  wizard!: string;

  @Ids(50, { description: 'TENANT: the units where a tenant enters; one draft each.' })
  unitIds?: string[];

  @Id({ description: 'UNIT: the mandate that the unit comes under.' })
  mandateId?: string;
}

export class StepDto {
  @Message(StepContentSchema, {
    required: true,
    description:
      'The form of one step, and the text that could not be read in it. Documents are named by their id.',
  })
  content!: Record<string, unknown>;

  @Text(64, { description: 'Of a unit of a mandate: an id of the caller’s choice.' })
  itemId?: string;

  @Whole(0, 2 ** 31 - 1, { description: 'Version of the step that was read; 0 for one never saved.' })
  baseVersion?: number;

  @Flag({ description: '"Étape suivante": the step is done, if it has no fault.' })
  next?: boolean;
}

export class PresenceDto {
  @Choice(StepSchema)
  step?: string;
}
