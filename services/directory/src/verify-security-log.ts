import { databaseOf } from '@intervia/mongo';
import mongoose from 'mongoose';
import { SECURITY_EVENT, securityEventSchema } from './adapters/mongo/accounts/security-event.schema.js';
import { LogKey, LogVerifier } from './application/accounts/log-chain.js';
import type { ChainedEntry } from './application/accounts/log-chain.js';

export interface LogsVerified {
  readonly entries: number;
  /** The place of the first entry that does not hold, by agency. */
  readonly broken: ReadonlyMap<string, number>;
}

/** The logs of security of all agencies; changes nothing. */
export async function verifySecurityLogs(where: {
  readonly mongoUri: string;
  readonly dbName: string;
  readonly historyKey: string;
}): Promise<LogsVerified> {
  const { mongoUri, dbName, historyKey } = where;
  const connection = await mongoose
    .createConnection(mongoUri, {
      dbName: databaseOf(mongoUri, dbName),
      ...{ autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 10_000 },
    })
    .asPromise();
  try {
    const model = connection.model(SECURITY_EVENT, securityEventSchema);
    const broken = new Map<string, number>();
    let entries = 0;
    for (const agencyId of await model.distinct('agencyId', { seq: { $gt: 0 } })) {
      const verifier = new LogVerifier(new LogKey(historyKey));
      const cursor = model
        .find({ agencyId, seq: { $gt: 0 } })
        .sort({ seq: 1 })
        .lean<ChainedEntry>()
        .cursor();
      for await (const entry of cursor as AsyncIterable<ChainedEntry>) verifier.read(entry);
      entries += verifier.entries;
      if (verifier.brokenAt !== undefined) broken.set(agencyId, verifier.brokenAt);
    }
    return { entries, broken };
  } finally {
    await connection.close();
  }
}
