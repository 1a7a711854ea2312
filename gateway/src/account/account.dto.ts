import { ApiProperty } from '@nestjs/swagger';
import { CredentialId, Text } from '../http/fields.js';

const PASSWORD = 200;
const PASSKEY_JSON = 8_000;

export class ForgottenPasswordDto {
  @Text(254, { required: true, example: 'claire.moreau@tilleuls.example' })
  mail!: string;
}

export class ResetPasswordDto {
  @Text(100, { required: true, description: 'Of the link in the mail, behind "#".' })
  token!: string;
  @Text(PASSWORD, { required: true })
  password!: string;
}

export class ChangePasswordDto {
  @Text(PASSWORD, { required: true })
  current!: string;
  @Text(PASSWORD, { required: true })
  password!: string;
}

/** One of them. */
export class ProofDto {
  @Text(PASSWORD)
  password?: string;
  @Text(20, { description: 'Six digits of the authenticator application.' })
  code?: string;
  @Text(PASSKEY_JSON, { description: 'JSON of the browser’s PublicKeyCredential.' })
  passkey?: string;
}

export class TotpCodeDto {
  @Text(20, { required: true })
  code!: string;
}

export class NewPasskeyDto {
  @Text(60)
  name?: string;
  @Text(PASSKEY_JSON, { required: true, description: 'JSON of the browser’s PublicKeyCredential.' })
  passkey!: string;
}

/** Longer than what an address may hold between slashes. */
export class PasskeyIdDto {
  @CredentialId({ required: true })
  id!: string;
}

export class OptionsDto {
  @ApiProperty({ description: 'JSON for navigator.credentials; empty when there is no passkey.' })
  options!: string;
}

export class ConfirmedDto {
  @ApiProperty({ format: 'date-time' })
  confirmedUntil!: string;
}

export class TotpSecretDto {
  @ApiProperty({ description: 'Base32.' })
  secret!: string;
  @ApiProperty({ description: 'otpauth:// address, to be shown as a QR code.' })
  uri!: string;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Shown once; empty when those of before are still good.' })
  recoveryCodes!: string[];
}

export class EndedDto {
  @ApiProperty({ type: 'integer' })
  ended!: number;
}
