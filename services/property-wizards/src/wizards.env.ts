import { CommonEnv } from '@intervia/config';
import { IsString } from 'class-validator';

export class WizardsEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_property';
}
