import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const HAND_OVER = pathToFileURL(join(import.meta.dirname, '../hand-over.mjs')).href;

/** Says that it runs, stops when it is told to, and tells so. */
const PROGRAM = `
  process.on('SIGTERM', () => {
    console.log('stopped');
    process.exit(process.env.ENDS_WITH);
  });
  setInterval(() => undefined, 1_000);
  console.log('runs');
`;

function start() {
  const args = JSON.stringify(['-e', PROGRAM]);
  const text = `import { handOver } from '${HAND_OVER}'; handOver(process.execPath, ${args}, { ENDS_WITH: '3' });`;
  const script = spawn(process.execPath, ['--input-type=module', '-e', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { script, lines: createInterface({ input: script.stdout })[Symbol.asyncIterator]() };
}

describe('the door of the npm scripts', () => {
  it('tells its program to stop when it is told itself, and ends as that does', async () => {
    const { script, lines } = start();
    try {
      expect(await lines.next()).toMatchObject({ value: 'runs' });
      const ended = once(script, 'exit');
      script.kill('SIGTERM');
      expect(await lines.next()).toMatchObject({ value: 'stopped' });
      expect(await ended).toEqual([3, null]);
    } finally {
      script.kill('SIGKILL');
    }
  });
});
