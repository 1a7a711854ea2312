import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';

@Module({})
export class FilesModule {
  static forRoot({ dir }: { dir: string }): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [{ provide: FileStore, useFactory: () => LocalFileStore.open(dir) }],
      exports: [FileStore],
    };
  }
}
