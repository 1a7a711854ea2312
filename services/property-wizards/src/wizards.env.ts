import { CommonEnv } from '@intervia/config';
import { IsIn, IsString } from 'class-validator';

export class WizardsEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_property';

  /** Whether step 4 of a tenant tells that the commune is under rent control. */
  @IsIn(['on', 'off'])
  RENT_CONTROL: 'on' | 'off' = 'off';
}
