import { databaseOf } from '@intervia/mongo';
import mongoose from 'mongoose';
import type { Model, Schema } from 'mongoose';
import { FileAnchors } from './adapters/files/file-anchors.js';
import { HistoriesRepository } from './adapters/mongo/ticket/histories.repository.js';
import { TICKET_PAGE, ticketPageSchema } from './adapters/mongo/ticket/ticket-page.schema.js';
import type { TicketPageFields } from './adapters/mongo/ticket/ticket-page.schema.js';
import { TICKET, ticketSchema } from './adapters/mongo/ticket/ticket.schema.js';
import type { TicketFields } from './adapters/mongo/ticket/ticket.schema.js';
import { VerifyAllQuery } from './application/history/verify-all.query.js';
import type { AllVerified } from './application/history/verify-all.query.js';
import { HistoryKey } from './application/running/chain-history.js';

export type { Breach } from './application/history/verify-all.query.js';

export interface WhereHistoriesAre {
  readonly mongoUri: string;
  readonly dbName: string;
  readonly historyKey: string;
  /** Empty: nothing is anchored. */
  readonly anchorsDir: string;
}

/** Reads the database and the anchors, beside the services or without them; changes nothing. */
export async function verifyHistories(where: WhereHistoriesAre): Promise<AllVerified> {
  const { mongoUri, dbName, historyKey, anchorsDir } = where;
  const connection = await mongoose
    .createConnection(mongoUri, {
      dbName: databaseOf(mongoUri, dbName),
      ...{ autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 10_000 },
    })
    .asPromise();
  try {
    // Mongoose types a virtual `id` into models; the repository neither has nor needs it.
    const model = <D>(name: string, schema: Schema) => connection.model(name, schema) as unknown as Model<D>;
    const histories = new HistoriesRepository(
      model<TicketFields>(TICKET, ticketSchema),
      model<TicketPageFields>(TICKET_PAGE, ticketPageSchema),
    );
    const anchors = new FileAnchors(anchorsDir, historyKey);
    return await new VerifyAllQuery(histories, anchors, new HistoryKey(historyKey)).execute();
  } finally {
    await connection.close();
  }
}
