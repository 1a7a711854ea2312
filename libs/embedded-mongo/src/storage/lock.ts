import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Keeps a second process out of the folder for as long as this one lives. The kernel holds the lock (SQLite's, on an
 * empty file): a killed process leaves nothing behind that would have to be judged by its number, and a number that
 * was given to another process, or counts in another container, means nothing.
 * @returns what gives the folder free, undefined when another process holds it
 */
export const tryLockFolder = (folder: string, name = 'lock'): (() => void) | undefined => {
  const file = join(folder, name);
  const lock = new DatabaseSync(file);
  chmodSync(file, 0o600);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return () => lock.close();
};

const SQLITE_BUSY = 5;
