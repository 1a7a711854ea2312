import type { Access, Session } from '../access/session.js';
import type { RawBatch } from '../bson/encode.js';
import type { Cursors } from '../cursors.js';
import type { Database } from '../storage/database.js';
import type { Doc } from '../values/kinds.js';

export interface Engine {
  readonly database: Database;
  readonly cursors: Cursors;
  readonly now: () => number;
  readonly access: Access;
}

export interface Call {
  readonly engine: Engine;
  readonly db: string;
  readonly body: Doc;
  readonly session: Session;
}

export type Reply = Doc | RawBatch;

/** A write that may be interrupted where it yields, and nowhere else. */
export type Steps<T> = Generator<undefined, T, void>;

export interface Command {
  readonly name: string;
  /**
   * The fields it understands, beside its name and those that every command has. A handshake takes
   * anything: clients propose there what a server is free to pass over.
   */
  readonly accepts: readonly string[] | 'anything';
  readonly run: (call: Call) => Reply | Promise<Reply>;
}

export const isBatch = (reply: Reply): reply is RawBatch => 'documents' in reply && 'cursorId' in reply;
