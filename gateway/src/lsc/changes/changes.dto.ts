import { ApiProperty } from '@nestjs/swagger';
import { QueryWhole, Text } from '../../http/fields.js';
import type { JsonObject } from '../../mapping/json.js';
import type { Change, ChangeType } from '@intervia/contracts/changes';
import { CHANGE_TYPES } from '@intervia/contracts/changes';

export const LONGEST_WAIT = 25;
export const MOST_CHANGES = 500;

export class ChangesQuery {
  @Text(1_000, {
    description:
      '`next` of the last page, or of a snapshot, as it was given. Absent: from the oldest change that is kept.',
  })
  after?: string;
  @QueryWhole(0, LONGEST_WAIT, {
    description: 'Seconds to wait for a change when there is none; 0 when absent.',
  })
  wait?: number;
  @QueryWhole(1, MOST_CHANGES, { description: 'Changes in a page; all that a page can hold when absent.' })
  limit?: number;
}

/** One thing that changed. */
export class ChangeDto implements Change {
  @ApiProperty({
    type: 'integer',
    description: 'Grows with each change. Numbers between two are other agencies’.',
  })
  seq!: number;
  @ApiProperty({ enum: CHANGE_TYPES, enumName: 'ChangeType' })
  type!: ChangeType;
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'Of what has one: an older one after a newer one is to be passed over.',
  })
  version?: number;
  @ApiProperty({ type: String, description: 'What happened: `WorkOrderAccepted`, `PropertyFileSaved`, …' })
  fact!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    selfRequired: false,
    description: 'The fact as it was at that moment; absent when it was deleted.',
  })
  data?: JsonObject;
  @ApiProperty({ type: Boolean, required: false, description: 'It is no more.' })
  deleted?: true;
}

export class ChangesPageDto {
  @ApiProperty({ type: [ChangeDto], description: 'In the order in which it happened.' })
  items!: readonly ChangeDto[];
  @ApiProperty({ type: String, description: 'To be kept with what was taken over, and sent as `after`.' })
  next!: string;
  @ApiProperty({ type: Boolean, description: 'Whether there are more already.' })
  more!: boolean;
}
