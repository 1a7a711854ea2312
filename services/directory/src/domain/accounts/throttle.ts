import type { Origin } from './origin.js';

export interface Limit {
  /** What is counted. */
  key: string;
  /** In a quarter of an hour. */
  most: number;
  /** Shared by several people or places: a success takes back its own attempt only. */
  shared: boolean;
}

/** At one account from one place, or from a browser that signed in to it before. */
export const MOST_FAILURES = 10;
/** At one account from all unknown browsers of the world. */
const MOST_AT_ACCOUNT = 100;
/** From one address, at all accounts: an agency behind a proxy mistypes less. */
const MOST_FROM_ADDRESS = 100;
/** Six digits are few: who tries them has the password already. */
const MOST_CODES = 20;

/**
 * A browser that the account knows is counted by itself, so nobody else can lock it out. Strangers are counted by place,
 * and together.
 */
export function passwordLimits(account: string, origin: Origin, known: boolean): Limit[] {
  return limits(`password|${account}`, origin, known, MOST_AT_ACCOUNT);
}

export function codeLimits(account: string, origin: Origin, known: boolean): Limit[] {
  return limits(`code|${account}`, origin, known, MOST_CODES);
}

/** Mails that somebody else asks for are a nuisance: few. */
export function resetLimits(account: string, { address }: Origin): Limit[] {
  return [
    { key: `reset|${account}`, most: 3, shared: false },
    { key: `resets|${address}`, most: 20, shared: true },
  ];
}

/** Keys of programs have 256 random bits: this keeps off who floods, and counts no right one. */
export function wrongKeyLimits({ address }: Origin): Limit[] {
  return [{ key: `api-keys|${address}`, most: MOST_FROM_ADDRESS, shared: true }];
}

function limits(what: string, origin: Origin, known: boolean, mostAtAccount: number): Limit[] {
  if (known) return [{ key: `${what}|device|${origin.device}`, most: MOST_FAILURES, shared: false }];
  return [
    { key: `${what}|address|${origin.address}`, most: MOST_FAILURES, shared: false },
    { key: what, most: mostAtAccount, shared: true },
    { key: `address|${origin.address}`, most: MOST_FROM_ADDRESS, shared: true },
  ];
}
