import { CommonEnv } from '@intervia/config';
import { IsString } from 'class-validator';

export class ReportingEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_reporting';
}
