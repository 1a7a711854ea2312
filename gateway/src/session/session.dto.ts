import type { SecondStep } from '@intervia/contracts';
import { RoleSchema } from '@intervia/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/fields.js';
import { enumName, enumNames } from '../mapping/enums.js';
import { has, RIGHTS } from './rights.js';
import type { SignedIn } from './sessions.js';
import { Module } from '@intervia/contracts';

export class SignInDto {
  @Text(254, { required: true, example: 'claire.moreau@tilleuls.example' })
  mail!: string;

  @Text(200, { required: true, example: 'demo-intervia' })
  password!: string;
}

class ModuleRightsDto {
  @ApiProperty()
  view!: boolean;
  @ApiProperty()
  create!: boolean;
  @ApiProperty()
  edit!: boolean;
  @ApiProperty()
  delete!: boolean;
  @ApiProperty({ description: 'A closed ticket; off by default.' })
  reopen!: boolean;
}

class RightsDto {
  @ApiProperty()
  syndic!: ModuleRightsDto;
  @ApiProperty()
  gerance!: ModuleRightsDto;
}

class SessionUserDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  mail!: string;
  @ApiProperty({ enum: enumNames(RoleSchema), enumName: RoleSchema.name, required: false })
  role?: string;
  @ApiProperty({
    description:
      'The four boxes of the role, per module. What is false is hidden on screen and refused here.',
  })
  rights!: RightsDto;
  @ApiProperty({ type: [String], description: 'Absent users whose tickets this one sees too.' })
  standsInFor!: string[];
}

export class SecondStepDto {
  @ApiProperty({ description: 'To be sent back with the proof, within five minutes.' })
  step!: string;
  @ApiProperty({ description: 'Six digits of an authenticator application are taken.' })
  totp!: boolean;
  @ApiProperty({ description: 'JSON for navigator.credentials.get; empty when the account has no passkey.' })
  passkeyOptions!: string;
}

export class SecondStepAnswerDto {
  @ApiProperty()
  secondStep!: SecondStepDto;
}

export class PasskeyStepDto {
  @ApiProperty()
  step!: string;
  @ApiProperty({ description: 'JSON for navigator.credentials.get.' })
  options!: string;
}

/** One of the three. */
export class FinishSignInDto {
  @Text(100, { required: true })
  step!: string;
  @Text(20, { description: 'Six digits of the authenticator application.' })
  code?: string;
  @Text(40)
  recoveryCode?: string;
  @Text(8000, { description: 'JSON of the browser’s PublicKeyCredential.' })
  passkey?: string;
}

export class SignInLinkDto {
  @Text(100, { required: true, description: 'What stands behind the "#" of the link.' })
  link!: string;
}

export class SessionAgencyDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
}

export class SessionDto {
  @ApiProperty()
  user!: SessionUserDto;
  @ApiProperty()
  agency!: SessionAgencyDto;
  @ApiProperty({ description: 'To be sent as X-Intervia-CSRF with every request that changes something.' })
  csrfToken!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({
    description: 'The agency wants a second factor and the account has none: only the account is open.',
  })
  secondFactorMissing!: boolean;
}

export function sessionDto(session: SignedIn): SessionDto {
  const { user, agencyId, agencyName, csrfToken, expiresAt } = session;
  const { id, name, mail, role } = user;
  const rights = { syndic: rightsIn(session, Module.SYNDIC), gerance: rightsIn(session, Module.GERANCE) };
  return {
    user: { id, name, mail, role: enumName(RoleSchema, role), rights, standsInFor: [...session.standsInFor] },
    agency: { id: agencyId, name: agencyName },
    csrfToken,
    expiresAt: expiresAt.toISOString(),
    secondFactorMissing: session.secondFactorMissing ?? false,
  };
}

/** What the second step wants. */
export const stepDto = ({ step, totp, passkeyOptions }: SecondStep): SecondStepDto => ({
  step,
  totp,
  passkeyOptions,
});

function rightsIn(session: SignedIn, module: Module): ModuleRightsDto {
  return Object.fromEntries(
    RIGHTS.map((right) => [right, has(session, right, module)]),
  ) as unknown as ModuleRightsDto;
}
