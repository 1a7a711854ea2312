import { CommonEnv } from '@intervia/config';
import { IsString } from 'class-validator';

export class TicketsEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_tickets';

  /** Histories are chained by it: who may write into the database cannot go on a chain. Never change it: older entries would not verify. */
  @IsString()
  HISTORY_KEY: string = '';

  /** Where, outside the database, it is written once a day how far each history came. Empty: nowhere. */
  @IsString()
  ANCHORS_DIR: string = '';
}
