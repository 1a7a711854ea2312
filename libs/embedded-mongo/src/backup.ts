import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';

/**
 * Copies the database as it is at one moment, while the engine may serve and write: lmdb's readers see one state.
 * @param to a folder that is empty, or is made; it can be served as it is
 */
export const backup = async (dataDir: string, to: string): Promise<void> => {
  if (!existsSync(join(dataDir, 'data.mdb'))) throw new Error(`There is no database in ${dataDir}`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  if (readdirSync(to).length > 0) throw new Error(`${to} is not empty`);
  const env = open<Buffer, Buffer>(dataDir, { keyEncoding: 'binary', encoding: 'binary', readOnly: true });
  try {
    await env.backup(to, true);
    chmodSync(join(to, 'data.mdb'), 0o600);
  } finally {
    await env.close();
  }
};
