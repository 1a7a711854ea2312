import { HealthRegistry } from '@intervia/observability';
import type { DynamicModule, OnApplicationBootstrap } from '@nestjs/common';
import { Module, Optional } from '@nestjs/common';
import { InjectConnection, MongooseModule } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

/**
 * The service's database. One that the address names (`mongodb://host/trial`) stands before it: several platforms,
 * or several suites of tests, then share a server and nothing else.
 */
export const databaseOf = (uri: string, dbName: string): string => {
  const [, named] = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(uri) ?? [];
  return named === undefined ? dbName : `${named}_${dbName}`;
};

export interface DatabaseOptions {
  uri: string;
  dbName: string;
}

@Module({})
export class DatabaseModule implements OnApplicationBootstrap {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    @Optional() private readonly health?: HealthRegistry,
  ) {}

  static forRoot({ uri, dbName }: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        MongooseModule.forRoot(uri, {
          dbName: databaseOf(uri, dbName),
          autoIndex: true,
          // mongoose's own buffer waits outside of the driver, with a timeout and an error of its own, for
          // connections that were never opened. Ours is opened before the app is ready; from then on the driver
          // waits for a server that is being restarted, up to serverSelectionTimeoutMS, and retries once by itself.
          bufferCommands: false,
          serverSelectionTimeoutMS: 10_000,
          // At boot the server may come after us.
          retryAttempts: Number.MAX_SAFE_INTEGER,
          retryDelay: 1_000,
          verboseRetryLog: true,
        }),
      ],
    };
  }

  /** The app is not ready before its indexes are: a unique one is part of the rules. */
  async onApplicationBootstrap(): Promise<void> {
    await Promise.all(Object.values(this.connection.models).map((model) => model.init()));
    this.health?.register('mongodb', async () => {
      await this.connection.db?.command({ ping: 1 });
    });
  }
}
