import { LETTERS, VISIT_MINUTES } from '@intervia/rules';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { AppointmentSchema } from '@intervia/contracts';
import { Instant, Nested, Text, Whole } from '../../http/fields.js';

export class AppointmentDto {
  @Instant({ required: true })
  start!: string;

  @Whole(VISIT_MINUTES.least, VISIT_MINUTES.most, { required: true })
  durationMinutes!: number;
}

export class AppointmentProposalDto {
  @Nested(() => AppointmentDto, { required: true })
  appointment!: AppointmentDto;

  @Text(LETTERS.comment)
  comment?: string;
}

export function appointmentOf({
  start,
  durationMinutes,
}: AppointmentDto): MessageInitShape<typeof AppointmentSchema> {
  return { start: timestampFromDate(new Date(start)), durationMinutes };
}
