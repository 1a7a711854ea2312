import type { StoredFile } from './file-store.js';

/** As it stands beside the bytes. */
export interface Description extends StoredFile {
  /** Absent on what was stored before documents had one. */
  readonly owner?: string;
  /** What named it, e.g. `ticket:17`. */
  readonly uses?: readonly string[];
}

/** Made by the platform itself, or come in by mail: no person may name it in a request. */
export const PLATFORM = 'platform';

/** Sent by somebody who is signed in, to be named by a request: only these are known to be named or not. */
export const isUpload = ({ owner = '' }: Description): boolean => /^(user|client):/.test(owner);
