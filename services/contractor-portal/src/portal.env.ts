import { CommonEnv } from '@intervia/config';
import { IsString, IsUrl, MinLength } from 'class-validator';

export class PortalEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_portal';

  /** Where people reach the gateway; links begin with it. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL: string = 'http://localhost:3000';

  /** Links are made from it: changing it voids every link that was sent. */
  @MinLength(32)
  PORTAL_SECRET!: string;
}
