import { HealthRegistry } from '@intervia/observability';
import type { DynamicModule, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Logger, Module, Optional } from '@nestjs/common';
import { InjectConnection, MongooseModule } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { databaseOf } from './database-of.js';
import { migrate } from './migrations/migrate.js';
import type { Migrations } from './migrations/migration.js';

export interface DatabaseOptions {
  uri: string;
  dbName: string;
  migrations?: Migrations;
}

const MIGRATIONS = Symbol('Migrations');

@Module({})
export class DatabaseModule implements OnApplicationBootstrap {
  private readonly logger = new Logger(DatabaseModule.name);

  constructor(
    @InjectConnection() private readonly connection: Connection,
    @Inject(MIGRATIONS) private readonly migrations: Migrations,
    @Optional() private readonly health?: HealthRegistry,
  ) {}

  static forRoot({ uri, dbName, migrations = [] }: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: MIGRATIONS, useValue: migrations }],
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

  /** The app is not ready before its indexes are, a unique one is part of the rules; nor before what is stored is what it reads. */
  async onApplicationBootstrap(): Promise<void> {
    await Promise.all(Object.values(this.connection.models).map((model) => model.init()));
    await migrate(this.connection.db as mongo.Db, this.migrations, {
      tell: (step) => {
        this.logger.log({ ...step }, 'database migrated');
      },
    });
    this.health?.register('mongodb', async () => {
      await this.connection.db?.command({ ping: 1 });
    });
  }
}
