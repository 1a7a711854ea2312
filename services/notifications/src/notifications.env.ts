import { CommonEnv } from '@intervia/config';
import {
  IsEmail,
  IsFQDN,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';

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

  /** Credits of the platform's account below which OPERATOR_MAIL is warned; 0: never. */
  @IsInt()
  @Min(0)
  SMS_CREDITS_THRESHOLD: number = 0;

  @IsOptional()
  @IsEmail({ allow_ip_domain: true, require_tld: false })
  OPERATOR_MAIL?: string;

  /** Signs the mails that leave through the platform's account, for the domain of SMTP_FROM. PEM; `\n` stands for a line's end. */
  @IsOptional()
  @Matches(/-----BEGIN [A-Z ]*PRIVATE KEY-----/)
  DKIM_PRIVATE_KEY?: string;

  @ValidateIf(({ DKIM_PRIVATE_KEY }: NotificationsEnv) => DKIM_PRIVATE_KEY !== undefined)
  @Matches(/^[\w.-]+$/)
  DKIM_SELECTOR?: string;

  /** imap://user:password@host:143, imaps:// for TLS from the start: the mailbox for answers, with plus-addressing. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['imap', 'imaps'] })
  IMAP_URL?: string;

  /** Its address, e.g. reponses@intervia.example. */
  @ValidateIf(({ IMAP_URL }: NotificationsEnv) => IMAP_URL !== undefined)
  @IsEmail({ allow_ip_domain: true, require_tld: false })
  REPLY_ADDRESS?: string;

  /** Signs answers' addresses. A new one makes the addresses in mails sent before unreadable. */
  @ValidateIf(({ IMAP_URL }: NotificationsEnv) => IMAP_URL !== undefined)
  @MinLength(32)
  REPLY_KEY?: string;

  /** The agency that sorts answers of nobody known; leave it out where several agencies share the platform. */
  @IsOptional()
  @Matches(/^[\w-]+$/)
  REVIEW_AGENCY?: string;

  /** Signs the addresses that OVH calls; absent: OVH is asked every five minutes instead. */
  @IsOptional()
  @MinLength(32)
  SMS_CALLBACK_KEY?: string;

  /** "id:base64 of 32 bytes", several separated by commas; the first seals. Without it agencies keep no accounts of their own. */
  @IsString()
  SECRETS_KEYS: string = '';

  /** Ranges inside that agencies may name as their mail server all the same, "10.1.0.0/16,127.0.0.1"; usually none. */
  @Matches(/^[\da-fA-F.:/, ]*$/)
  OUTSIDE_ALLOWED: string = '';

  /** Port of the queues' board for operators; 0 opens none. */
  @IsInt()
  @Min(0)
  @Max(65535)
  OPERATOR_PORT: number = 0;

  @IsString()
  OPERATOR_HOST: string = '127.0.0.1';

  @ValidateIf(({ OPERATOR_PORT }: NotificationsEnv) => OPERATOR_PORT !== 0)
  @MinLength(16)
  OPERATOR_TOKEN?: string;
}
