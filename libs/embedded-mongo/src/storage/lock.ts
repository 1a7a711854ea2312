import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holderOf = (file: string): number | undefined => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Keeps a second process out of the folder: each would trust its own catalog. A process that was killed
 * leaves its number behind, which is then taken over; in a container it may even be our own.
 */
export const lockFolder = (dataDir: string): (() => void) => {
  const file = join(dataDir, 'embedded-mongo.pid');
  const holder = holderOf(file);
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `${dataDir} is in use by process ${holder}; if that is not embedded-mongo, remove ${file}`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
};
