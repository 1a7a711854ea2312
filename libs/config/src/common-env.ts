import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

/** What every app of the house reads. Apps extend it with their own variables. */
export class CommonEnv {
  @IsString()
  NATS_URL: string = 'nats://127.0.0.1:4222';

  @IsOptional()
  @IsString()
  NATS_USER?: string;

  @IsOptional()
  @IsString()
  NATS_PASSWORD?: string;

  /** File of the authority that signed the bus's certificate; without it the bus is spoken to in clear. */
  @IsOptional()
  @IsString()
  NATS_CA?: string;

  @IsString()
  MONGODB_URI!: string;

  @IsString()
  REDIS_URL: string = 'redis://127.0.0.1:6379';

  @IsString()
  FILES_DIR: string = '.intervia/files';

  /** Where ClamAV's daemon listens (host:port, or the path of its socket): files from outside are scanned. Empty: they are not. */
  @Matches(/^($|\/|[^:]+:\d{1,5}$)/)
  CLAMD: string = '';

  /** `movable` lets tests and demos move time for the whole house; never in production. */
  @IsIn(['system', 'movable'])
  CLOCK: 'system' | 'movable' = 'system';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL: string = 'info';

  /** Port of /health and /metrics; 0 opens none. */
  @IsInt()
  @Min(0)
  @Max(65535)
  HEALTH_PORT: number = 0;
}
