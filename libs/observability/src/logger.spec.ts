import { describe, expect, it } from '@jest/globals';
import type { LoggerService } from '@nestjs/common';
import { createLogger } from './logger.js';

function logged(write: (logger: LoggerService) => void): object[] {
  const lines: object[] = [];
  write(createLogger('directory', 'info', { write: (line) => lines.push(JSON.parse(line) as object) }));
  return lines;
}

describe('a log', () => {
  it('is one line of JSON for each message, with who says it and where', () => {
    const [line] = logged((logger) => {
      logger.warn({ subject: 'rpc.x' }, 'request met an outage', 'BusServer');
    });
    expect(line).toMatchObject({
      service: 'directory',
      context: 'BusServer',
      subject: 'rpc.x',
      msg: 'request met an outage',
    });
  });

  it('never shows a secret', () => {
    const secrets = { password: 'hunter2', token: 'hunter2', cookie: 'hunter2', authorization: 'hunter2' };
    const lines = logged((logger) => {
      logger.log({ ...secrets, mail: 'a@b.example' }, 'signed in');
      logger.error({ headers: { cookie: 'hunter2', authorization: 'hunter2' } }, 'refused');
    });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(lines).toMatchObject([{ mail: 'a@b.example', password: '[Redacted]' }, { level: 50 }]);
  });

  it('keeps line breaks inside the line: nobody writes a second one through a name', () => {
    const lines = logged((logger) => {
      logger.log('Claire\n{"level":60}');
    });
    expect(lines).toHaveLength(1);
  });
});
