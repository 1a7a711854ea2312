import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { ClamdScanner } from './clamd-scanner.js';
import { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';

@Module({})
export class FilesModule {
  /** `clamd`: where ClamAV's daemon listens, in apps that take files from outside; without it nothing is scanned. */
  static forRoot({ dir, clamd }: { dir: string; clamd?: string }): DynamicModule {
    const scanner = clamd ? new ClamdScanner(clamd) : undefined;
    return {
      module: FilesModule,
      global: true,
      providers: [{ provide: FileStore, useFactory: () => LocalFileStore.open(dir, scanner) }],
      exports: [FileStore],
    };
  }
}
