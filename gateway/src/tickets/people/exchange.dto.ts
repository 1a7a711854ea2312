import { LETTERS, MOST } from '@intervia/rules';
import { CorrespondentRoleSchema } from '@intervia/contracts';
import { Choice, Flag, Id, Ids, Nested, NestedList, Text } from '../../http/fields.js';
import { PersonDto, ReachDto } from '../../directory/person.dto.js';

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
  @NestedList(() => PersonDto, MOST.people, { required: true })
  persons!: PersonDto[];

  @Text(LETTERS.comment)
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

  @Text(LETTERS.subject)
  subject?: string;

  @Text(LETTERS.text)
  text?: string;

  @Ids(MOST.documents, { description: UPLOADED })
  documentIds?: string[];

  @Flag({ description: 'What the third party said otherwise, entered by the user.' })
  received?: boolean;
}

export class NoteDto {
  @Text(LETTERS.note, { required: true, description: 'Rich text; sanitised.' })
  html!: string;

  @Ids(MOST.documents, { description: UPLOADED })
  documentIds?: string[];
}

/** Manual, "Changer les coordonnées du tiers": of a contractor or of a correspondent. */
export class ReachChangeDto extends ReachDto {
  @Id()
  missionId?: string;

  @Id()
  correspondentId?: string;
}
