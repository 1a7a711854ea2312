import type { mongo } from 'mongoose';

/**
 * A change of what is stored. Services run it as they start, several at once when they have replicas, beside those of
 * the release before: it may be cut off at any moment and begun again, it only finds what is left, and the release
 * before still reads what it has written.
 */
export interface Migration {
  /** For the operator: what will be otherwise. */
  readonly title: string;
  /** Documents that it would change. */
  readonly count: (db: mongo.Db) => Promise<number>;
  /** In batches. @returns how many documents it changed */
  readonly run: (db: mongo.Db) => Promise<number>;
}

/** The first leads to version 1; one that was released is neither changed nor taken out. */
export type Migrations = readonly Migration[];

export interface MigrationStep {
  /** Of the database, once it is done. */
  readonly version: number;
  readonly title: string;
  /** Changed; of a dry run, those that would be. */
  readonly documents: number;
}

/** What a later release has stored, this one would misread. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';

  constructor(
    readonly database: string,
    readonly version: number,
    readonly known: number,
  ) {
    super(
      `The database ${database} has version ${String(version)}, and this release knows none above ${String(known)}: ` +
        'start the release that wrote it, or restore a backup of before.',
    );
  }
}
