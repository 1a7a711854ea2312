import { CommonEnv } from '@intervia/config';
import { IsOptional, IsString } from 'class-validator';

export class CafEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_caf_bridge';

  /** Below it the pickup and statement folders of the stations, by agency: a disk or a share that the partner sees. */
  @IsString()
  CAF_FOLDERS_DIR: string = '.intervia/caf';

  /** Layouts of signed conventions, `*.json`; beside our own. */
  @IsOptional()
  @IsString()
  CAF_LAYOUTS_DIR?: string;
}
