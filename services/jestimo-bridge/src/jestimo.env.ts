import { CommonEnv } from '@intervia/config';
import { IsOptional, IsString, Matches } from 'class-validator';

export class JestimoEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_jestimo_bridge';

  /** Where the partner's interface is, `https://api.example/v1`. Empty: nobody can ask for estimates nor give data. */
  @Matches(/^(https?:\/\/[^\s?#]+)?$/)
  JESTIMO_URL: string = '';

  /** Paths, names of fields and words of the partner's interface, a JSON file (README, "An interface of another shape"). */
  @IsOptional()
  @IsString()
  JESTIMO_CONFIG?: string;

  /** The State's geocoder, `https://data.geopf.fr/geocodage`; empty, it is never asked. */
  @Matches(/^(https?:\/\/[^\s?#]+)?$/)
  GEOCODER_URL: string = '';

  /** "id:base64 of 32 bytes", several separated by commas; the first seals. Without it nobody keeps an account. */
  @IsString()
  SECRETS_KEYS: string = '';

  /** Ranges inside in which the partner may be all the same, "10.1.0.0/16,127.0.0.1"; usually none. */
  @Matches(/^[\da-fA-F.:/, ]*$/)
  OUTSIDE_ALLOWED: string = '';
}
