import { CommonEnv } from '@intervia/config';
import { IsEmail, IsFQDN, IsInt, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

export class NotificationsEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_notifications';

  /** Where managers open their tickets. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL: string = 'http://localhost:3000';

  /** smtp://user:password@host:587, smtps:// for TLS from the start. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['smtp', 'smtps'] })
  SMTP_URL: string = 'smtp://127.0.0.1:1025';

  /** Sender of every mail; the agency's name is put before it. */
  @IsEmail({ allow_ip_domain: true, require_tld: false })
  SMTP_FROM: string = 'intervia@localhost';

  @IsFQDN({ require_tld: false })
  OVH_HOST: string = 'eu.api.ovh.com';

  @IsInt()
  @Min(1)
  @Max(65535)
  OVH_PORT: number = 443;

  @Matches(/^\/[\w./-]*$/)
  OVH_BASE_PATH: string = '/1.0';

  @IsString()
  OVH_APP_KEY!: string;

  @IsString()
  OVH_APP_SECRET!: string;

  @IsString()
  OVH_CONSUMER_KEY!: string;

  /** Name of the SMS account, e.g. sms-ab12345-1. */
  @Matches(/^[\w-]+$/)
  OVH_SMS_SERVICE!: string;
}
