import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule, getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { InboxDocument } from './inbox.js';
import { INBOX, Inbox, inboxSchema } from './inbox.js';

@Module({})
export class InboxModule {
  static forRoot(): DynamicModule {
    return {
      module: InboxModule,
      global: true,
      imports: [MongooseModule.forFeature([{ name: INBOX, schema: inboxSchema }])],
      providers: [
        {
          provide: Inbox,
          inject: [getModelToken(INBOX)],
          useFactory: (model: Model<InboxDocument>) => new Inbox(model),
        },
      ],
      exports: [Inbox],
    };
  }
}
