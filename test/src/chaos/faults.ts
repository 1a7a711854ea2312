import { setTimeout as delay } from 'node:timers/promises';
import type { Ground } from './ground.js';

export interface Fault {
  readonly name: string;
  /** What is left of it is for the platform to mend; resolves once nothing more is done to it. */
  readonly inflict: (ground: Ground) => Promise<void>;
}

const SERVERS = ['mongo', 'nats', 'redis'];
const SERVICES = ['tickets', 'notifications', 'directory', 'contractor-portal', 'reporting', 'gateway'];
const FULL_MS = 30_000;
const AWAY_MS = 120_000;

const killed = (name: string): Fault => ({
  name: `kill -9 ${name}`,
  inflict: (ground) => ground.signal(name, 'SIGKILL'),
});

/** Nobody wakes it again: it must be noticed. */
const hung = (name: string): Fault => ({
  name: `SIGSTOP ${name}`,
  inflict: (ground) => ground.signal(name, 'SIGSTOP'),
});

const fullDisk: Fault = {
  name: 'full disk',
  inflict: async (ground) => {
    if (!ground.isOwnDisk) return;
    const free = ground.fillDisk();
    await delay(FULL_MS);
    free();
  },
};

const away = (name: 'mail' | 'sms', ms: number): Fault => ({
  name: `${name} away for ${ms / 1000} s`,
  inflict: async (ground) => {
    const url = name === 'mail' ? ground.platform.mail : ground.platform.sms;
    const release = await ground.keepAway(name, url);
    await delay(ms);
    await release();
  },
});

const launcherKilled: Fault = {
  name: 'kill -9 launcher, started again',
  inflict: (ground) => ground.restartLauncher(),
};

/** The long faults first: they are what a short run is about, too. */
export const FAULTS: readonly Fault[] = [
  killed('mongo'),
  hung('tickets'),
  fullDisk,
  killed('nats'),
  launcherKilled,
  hung('mongo'),
  killed('notifications'),
  away('mail', AWAY_MS),
  away('sms', AWAY_MS),
  hung('nats'),
  hung('redis'),
  hung('gateway'),
  ...SERVERS.map(killed),
  ...SERVICES.map(killed),
  ...SERVICES.map(hung),
];
