import { databaseOf } from '@intervia/mongo';
import mongoose from 'mongoose';
import { SECURITY_EVENT, securityEventSchema } from './adapters/mongo/accounts/security-event.schema.js';
import { FileLogAnchors } from './adapters/files/file-log-anchors.js';
import { LogKey, LogVerifier } from './application/accounts/log-chain.js';
import type { ChainedEntry } from './application/accounts/log-chain.js';
import type { DatedHead, LogAnchors } from './application/ports/accounts/log-anchors.js';

export interface LogsVerified {
  readonly entries: number;
  /** The place of the first entry that does not hold, by agency. */
  readonly broken: ReadonlyMap<string, number>;
  /** How many entries are anchored outside the database and not yet of the age at which they go. */
  readonly anchored: number;
  /** Of these, those that are not there any more, or were made anew: the first of an agency. */
  readonly cut: ReadonlyMap<string, DatedHead>;
}

/** Anchors whose entries must still be there, by agency and place. */
async function heldBy(anchors: LogAnchors, now: Date): Promise<Map<string, DatedHead>> {
  const held = new Map<string, DatedHead>();
  for await (const head of anchors.every())
    if (head.keptUntil > now) held.set(`${head.agencyId} ${head.seq}`, head);
  return held;
}

const firstOfEach = (heads: Iterable<DatedHead>): Map<string, DatedHead> => {
  const first = new Map<string, DatedHead>();
  for (const head of heads) {
    const other = first.get(head.agencyId);
    if (!other || head.seq < other.seq) first.set(head.agencyId, head);
  }
  return first;
};

/** The logs of security of all agencies; changes nothing. */
export async function verifySecurityLogs(where: {
  readonly mongoUri: string;
  readonly dbName: string;
  readonly historyKey: string;
  /** Empty: nothing is anchored. */
  readonly anchorsDir: string;
  readonly now: Date;
}): Promise<LogsVerified> {
  const { mongoUri, dbName, historyKey, anchorsDir, now } = where;
  const connection = await mongoose
    .createConnection(mongoUri, {
      dbName: databaseOf(mongoUri, dbName),
      ...{ autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 10_000 },
    })
    .asPromise();
  try {
    const model = connection.model(SECURITY_EVENT, securityEventSchema);
    const broken = new Map<string, number>();
    const missing = await heldBy(new FileLogAnchors(anchorsDir, historyKey), now);
    const anchored = missing.size;
    let entries = 0;
    for (const agencyId of await model.distinct('agencyId', { seq: { $gt: 0 } })) {
      const verifier = new LogVerifier(new LogKey(historyKey));
      const cursor = model
        .find({ agencyId, seq: { $gt: 0 } })
        .sort({ seq: 1 })
        .lean<ChainedEntry>()
        .cursor();
      for await (const entry of cursor as AsyncIterable<ChainedEntry>) {
        verifier.read(entry);
        const place = `${agencyId} ${entry.seq}`;
        if (missing.get(place)?.hash === entry.hash) missing.delete(place);
      }
      entries += verifier.entries;
      if (verifier.brokenAt !== undefined) broken.set(agencyId, verifier.brokenAt);
    }
    return { entries, broken, anchored, cut: firstOfEach(missing.values()) };
  } finally {
    await connection.close();
  }
}
