import { RentCallStepSchema, RentIndexSchema } from '@intervia/contracts/property';
import { Choice, Day, Message, OneOf, Text, Whole } from '../http/fields.js';

/** Series of the INSEE: metropolitan France, Corsica, overseas. */
const TERRITORIES = ['FR-MET', 'FR-20', 'FR-DROM'];

export class IndicesQuery {
  @Choice(RentIndexSchema)
  index?: string;

  @OneOf('IndexTerritory', TERRITORIES)
  territory?: string;
}

export class QuarterDto {
  @Choice(RentIndexSchema, { required: true })
  index!: string;

  @OneOf('IndexTerritory', TERRITORIES, { required: true })
  territory!: string;

  @Text(12, { required: true, example: '2026-Q3' })
  quarter!: string;

  @Whole(1, 100_000, { required: true, description: 'Hundredths of a point: 14837 is 148.37.' })
  value!: number;

  @Text(200, { required: true, example: 'INSEE, Informations rapides n° 12' })
  source!: string;

  @Day({ required: true, description: 'When that source published it.' })
  publishedOn!: string;
}

export class FirstCallDto {
  @Message(RentCallStepSchema, { required: true, description: 'The step as it is typed, saved or not.' })
  step!: Record<string, unknown>;
}

export class RulesQuery {
  @Day({ description: 'In force on this day; default: today.' })
  on?: string;
}
