import type { DigestEntry } from '../../../domain/notice.js';

export interface DigestPreference {
  readonly digest: boolean;
  /** Hour of the day, Europe/Paris. */
  readonly hour: number;
}

export interface DueDigest extends DigestPreference {
  readonly agencyId: string;
  readonly userId: string;
  /** Names the digest: whoever makes it, and however often, makes the same one. */
  readonly dueAt: Date;
}

export interface CollectedAlerts {
  readonly recipientName: string;
  readonly addresses: readonly string[];
  /** Oldest first. */
  readonly entries: readonly DigestEntry[];
}

/** Users' choice, and the alerts that wait for their digests. */
export abstract class Digests {
  /** Single mails at once, when nothing was chosen. */
  abstract preference(agencyId: string, userId: string): Promise<DigestPreference>;
  /** `dueAt`: the next digest, also the last one of somebody who no longer wants any. */
  abstract save(agencyId: string, userId: string, preference: DigestPreference, dueAt: Date): Promise<void>;
  /** Those of the users who want digests. */
  abstract wanting(agencyId: string, userIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Alerts were collected for somebody who changed their mind meanwhile: they leave now. */
  abstract ensureDue(agencyId: string, userIds: readonly string[], now: Date): Promise<void>;
  abstract due(now: Date): Promise<readonly DueDigest[]>;
  /** From the due digest to the next, or to none. Nothing when another replica was quicker. */
  abstract advance(done: DueDigest, next: Date | undefined): Promise<void>;
  abstract collected(agencyId: string, userId: string, limit: number): Promise<CollectedAlerts>;
  /** The entries that the digest was written with, whoever wrote it. */
  abstract entriesOf(digestId: string): Promise<readonly DigestEntry[]>;
  /** They are told by this digest, and by no other. */
  abstract markDigested(messageIds: readonly string[], digestId: string): Promise<void>;
  /** The digest never arrived: its alerts say so. */
  abstract markFailed(digestId: string): Promise<void>;
}
