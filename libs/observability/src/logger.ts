import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

/** Pino behind Nest's logger: one JSON line per message, with the service and the Nest context. */
export function createLogger(service: string, level: string, to?: DestinationStream): LoggerService {
  const options = { level, base: { service }, redact: REDACTED };
  return new PinoLogger(to ? pino(options, to) : pino(options));
}

/** Never in a log, wherever they appear at the top of a logged object. */
const REDACTED = ['password', 'token', 'cookie', 'authorization', 'headers.cookie', 'headers.authorization'];

class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest passes its context last; what stands between is a stack, a text, or values. */
  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const values = context === undefined ? rest : rest.slice(0, -1);
    const text = values.find((value): value is string => typeof value === 'string');
    if (message instanceof Error) this.pino[level]({ context, err: message }, text ?? message.message);
    else if (typeof message === 'object' && message !== null)
      this.pino[level]({ context, ...message }, text ?? '');
    else this.pino[level]({ context, ...(text === undefined ? {} : { detail: text }) }, String(message));
  }
}
