import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLogs } from './logs.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intervia-logs-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the logs', () => {
  it('keep what each process says, for their owner alone', async () => {
    const logs = openLogs(folder);
    logs.line('nats', 'one');
    logs.line('nats', 'two');
    logs.line('redis', 'three');
    await logs.settled();
    expect(readFileSync(join(folder, 'nats.log'), 'utf8')).toBe('one\ntwo\n');
    expect(readFileSync(join(folder, 'redis.log'), 'utf8')).toBe('three\n');
    expect(statSync(join(folder, 'nats.log')).mode & 0o077).toBe(0);
  });

  it('set aside what has grown, and keep three of it', async () => {
    const logs = openLogs(folder);
    const megabyte = 'x'.repeat(1024 * 1024);
    for (let written = 0; written < 30; written++) {
      logs.line('nats', megabyte);
      await logs.settled();
    }
    const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
    expect(readdirSync(folder).sort()).toEqual(['nats.log', 'nats.log.1', 'nats.log.2', 'nats.log.3']);
    expect(Math.max(...sizes)).toBeLessThan(6 * 1024 * 1024);
  });

  it('outlive a disk that takes nothing, and go on once it does', async () => {
    const logs = openLogs(folder);
    // Nothing can be appended to a folder.
    mkdirSync(join(folder, 'nats.log'));
    logs.line('nats', 'kept');
    await logs.settled();
    rmSync(join(folder, 'nats.log'), { recursive: true });
    logs.line('nats', 'said');
    await logs.settled();
    expect(existsSync(join(folder, 'nats.log'))).toBe(true);
    expect(readFileSync(join(folder, 'nats.log'), 'utf8')).toBe('kept\nsaid\n');
  });
});
