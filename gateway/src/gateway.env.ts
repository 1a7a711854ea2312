import { CommonEnv } from '@intervia/config';
import { OmitType } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

/** The gateway keeps no data: it reads neither MongoDB nor Redis. */
export class GatewayEnv extends OmitType(CommonEnv, ['MONGODB_URI', 'REDIS_URL'] as const) {
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT: number = 3000;

  @IsString()
  HOST: string = '127.0.0.1';

  /** What people type in their browser; its scheme decides on secure cookies and HSTS. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL: string = 'http://localhost:3000';

  /** Folder of the built extranet. */
  @IsOptional()
  @IsString()
  WEB_DIR?: string;

  /** Services, separated by commas, without which the platform is of no use: `/health` asks them, too. */
  @IsString()
  HEALTH_OF: string = '';

  /** With less free space where documents are kept, everything can be read and nothing new is taken. */
  @IsInt()
  @Min(0)
  MIN_FREE_MB: number = 200;

  /** Takes mobiles that Arcep keeps for fiction (06 39 98 xx xx) for real ones: for demos and tests, never in production. */
  @IsBoolean()
  FICTIONAL_MOBILES: boolean = false;

  /**
   * Signs the cursors of programs (LSC): the same for every replica and for ever, else programs begin again from a snapshot.
   * Whom a cursor serves is checked by the key it comes with.
   */
  @IsString()
  CURSOR_SECRET: string = '';

  /** Overrides what PUBLIC_URL says, for a TLS proxy that is not told of. */
  @IsOptional()
  @IsBoolean()
  COOKIE_SECURE?: boolean;

  /** `true`, or addresses and ranges separated by commas; empty trusts nobody. */
  @IsOptional()
  @IsString()
  TRUST_PROXY?: string;
}
