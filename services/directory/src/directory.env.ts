import { CommonEnv } from '@intervia/config';
import { IsString } from 'class-validator';

export class DirectoryEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_directory';
}
