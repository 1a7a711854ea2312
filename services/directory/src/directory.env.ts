import { CommonEnv } from '@intervia/config';
import { IsBoolean, IsString, IsUrl } from 'class-validator';

export class DirectoryEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_directory';

  /** What people type in their browser: passkeys belong to its name. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL: string = 'http://localhost:3000';

  /** "id:base64 of 32 bytes", several separated by commas; the first seals. Without it nobody sets up codes of an application. */
  @IsString()
  SECRETS_KEYS: string = '';

  /** The log of security is chained by it, as the histories of tickets are. Never change it: older entries would not verify. */
  @IsString()
  HISTORY_KEY: string = '';

  /** Writes each entry of the log of security as a line of JSON, too, to the service's output, from where a collector takes it away. */
  @IsBoolean()
  SECURITY_LOG_LINES: boolean = false;

  /** Where, outside the database, it is written once a day how far each log of security came. Empty: nowhere. */
  @IsString()
  ANCHORS_DIR: string = '';
}
