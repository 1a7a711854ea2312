import { RoleSchema } from '@intervia/contracts';
import { Choice, Flag, Nested, Whole } from '../http/fields.js';

export class ChosenRightsDto {
  @Flag({ required: true })
  view!: boolean;
  @Flag({ required: true })
  create!: boolean;
  @Flag({ required: true })
  edit!: boolean;
  @Flag({ required: true })
  delete!: boolean;
  @Flag({ required: true, description: 'A closed ticket.' })
  reopen!: boolean;
}

export class ChosenAccessDto {
  @Nested(() => ChosenRightsDto, { required: true })
  syndic!: ChosenRightsDto;
  @Nested(() => ChosenRightsDto, { required: true })
  gerance!: ChosenRightsDto;
}

export class RoleAccessDto {
  @Whole(0, 1_000_000_000, { required: true, description: 'Of what was read.' })
  version!: number;
  @Choice(RoleSchema, { required: true })
  role!: string;
  @Nested(() => ChosenAccessDto, { description: 'Absent: as LSC publishes them for each person.' })
  decided?: ChosenAccessDto;
}
