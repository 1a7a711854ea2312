import { AppError } from '@intervia/messaging';
import { setTimeout as delay } from 'node:timers/promises';

/** Somebody else saved the document since it was loaded. */
export class VersionConflict extends AppError {
  constructor(documentId: string) {
    super('VERSION_CONFLICT', 'conflict', { id: documentId });
  }
}

const ATTEMPTS = 6;
const PAUSE_MS = 10;

/** Runs load → decide → save again, on the newer state, when the save met a `VersionConflict`. */
export async function retryOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof VersionConflict) || tries === ATTEMPTS) throw error;
      // Uneven pauses, or two writers would meet again.
      await delay(PAUSE_MS * tries * (0.5 + Math.random()));
    }
  }
}
