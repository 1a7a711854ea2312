import { chmodSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const AT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)$/;

/** Servers that are not ours keep the machine's clock: Redis hangs under libfaketime. */
const UNTOUCHED = ['redis-server', 'nats-server', 'mongod', 'dovecot'];

/** How far Paris is ahead of UTC at an instant, in milliseconds. */
function parisOffset(instant) {
  const options = { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' };
  const parts = new Intl.DateTimeFormat('en', options).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName').value;
  const [, hours = '0'] = /GMT\+(\d+):/.exec(name) ?? [];
  return Number(hours) * 3_600_000;
}

/** "2027-03-28 01:30" as a clock in Paris shows it; an hour that is skipped is the one after it. */
export function instantInParis(text) {
  const [, day, time] = AT.exec(text) ?? [];
  const asUtc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(asUtc)) throw new Error(`« ${text} »: expected a date such as 2027-03-28 01:30`);
  return asUtc - parisOffset(asUtc - parisOffset(asUtc));
}

/** Debian puts it below the folder of its architecture. */
function library() {
  const found = readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'faketime', 'libfaketime.so.1'))
    .find((path) => existsSync(path));
  if (!found) throw new Error('libfaketime.so.1 is not below /usr/lib');
  return found;
}

function realPath(command) {
  return process.env.PATH.split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path));
}

/**
 * The environment of programs that live at another moment. All of them are as far from the machine's clock, so that they agree
 * among each other; what measures how long something takes is left alone.
 */
export function shiftedTo(text) {
  const seconds = Math.round((instantInParis(text) - Date.now()) / 1000);
  const folder = mkdtempSync(join(tmpdir(), 'intervia-untouched-'));
  for (const command of UNTOUCHED) {
    const path = realPath(command);
    if (!path) continue;
    const wrapper = join(folder, command);
    writeFileSync(wrapper, `#!/bin/sh\nunset LD_PRELOAD\nexec ${path} "$@"\n`);
    chmodSync(wrapper, 0o755);
  }
  return {
    LD_PRELOAD: library(),
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
    PATH: [folder, process.env.PATH].join(delimiter),
  };
}
