import { CorrespondentRoleSchema } from '@intervia/contracts';
import { Choice, Flag, Id, Ids, Nested, NestedList, Text } from '../../http/fields.js';
import { PersonDto, ReachDto } from '../../directory/person.dto.js';
import { LIMITS } from '../limits.js';

const UPLOADED = 'From POST /api/uploads.';

/** Manual, "Contacter un autre intervenant". */
export class AnotherContractorDto {
  @Nested(() => PersonDto, { required: true })
  contractor!: PersonDto;

  @Id({
    description:
      'OUI: this mission is refused, told and replaced. Absent for NON: all are kept, which an accepted quote forbids.',
  })
  replacedMissionId?: string;
}

/** Manual, "Informer un tiers". */
export class InformationDto {
  @NestedList(() => PersonDto, LIMITS.people, { required: true })
  persons!: PersonDto[];

  @Text(LIMITS.comment)
  comment?: string;
}

/** To or from a contractor (missionId), a correspondent, or somebody not yet written to (role and person). */
export class ThreadMessageDto {
  @Id()
  missionId?: string;

  @Id()
  correspondentId?: string;

  @Choice(CorrespondentRoleSchema)
  role?: string;

  @Nested(() => PersonDto)
  person?: PersonDto;

  @Id({ description: 'Absent for a new thread, which has a subject.' })
  threadId?: string;

  @Text(LIMITS.subject)
  subject?: string;

  @Text(LIMITS.text)
  text?: string;

  @Ids(LIMITS.attachments, { description: UPLOADED })
  documentIds?: string[];

  @Flag({ description: 'What the third party said otherwise, entered by the user.' })
  received?: boolean;
}

export class NoteDto {
  @Text(LIMITS.note, { required: true, description: 'Rich text; sanitised.' })
  html!: string;

  @Ids(LIMITS.attachments, { description: UPLOADED })
  documentIds?: string[];
}

/** Manual, "Changer les coordonnées du tiers": of a contractor or of a correspondent. */
export class ReachChangeDto extends ReachDto {
  @Id()
  missionId?: string;

  @Id()
  correspondentId?: string;
}
