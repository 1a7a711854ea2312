import { STRUCK_OUT } from '@intervia/rules';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection, Model, Schema } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { CONVERSATION, conversationSchema } from '../conversation.schema.js';
import type { ConversationDocument } from '../conversation.schema.js';
import { MESSAGE, messageSchema } from './message.schema.js';
import type { MessageDocument } from './message.schema.js';
import { PersonMessagesRepository } from './person-messages.repository.js';
import { REVIEW, reviewSchema } from '../review.schema.js';
import type { ReviewDocument } from '../review.schema.js';

const AGENCY = 'tilleuls';
const YANN = {
  partyId: '',
  names: ['Yann Le Goff'],
  mails: ['yann@legoff.example'],
  phones: ['+33639980111'],
};

describe('messages of somebody who is erased', () => {
  let mongo: MongoServer;
  let connection: Connection;
  let messages: PersonMessagesRepository;

  beforeAll(async () => {
    mongo = await startMongo();
    connection = await mongoose
      .createConnection(mongo.uri, { dbName: `messages_${randomUUID().slice(0, 8)}` })
      .asPromise();
    const model = <D>(name: string, schema: Schema) => connection.model(name, schema) as unknown as Model<D>;
    messages = new PersonMessagesRepository(
      model<MessageDocument>(MESSAGE, messageSchema),
      model<ReviewDocument>(REVIEW, reviewSchema),
      model<ConversationDocument>(CONVERSATION, conversationSchema),
    );
  }, 60_000);
  beforeEach(async () => {
    for (const name of ['messages', 'reviews', 'conversations']) await of(name).deleteMany({});
    await of('messages').insertMany([
      aMessage('to-yann', { recipientName: 'Yann Le Goff', addresses: ['yann@legoff.example'] }),
      aMessage('to-another', {
        ...{ recipientName: 'Hélène Morvan', addresses: ['h.morvan@essais.example'] },
        ...{ subject: 'Visite', text: 'Yann Le Goff passera (06 39 98 01 11).' },
      }),
      aMessage('elsewhere', { agencyId: 'bellecour', addresses: ['yann@legoff.example'] }),
    ] as never[]);
    await of('reviews').insertMany([
      { _id: 'answer', agencyId: AGENCY, sender: '+33639980111', text: 'Je passe demain' },
      { _id: 'other', agencyId: AGENCY, sender: 'h.morvan@essais.example', text: 'Merci' },
    ] as never[]);
    await of('conversations').insertMany([
      { _id: 'c1', agencyId: AGENCY, ticketId: 't1', addresses: ['yann@legoff.example'] },
    ] as never[]);
  });
  afterAll(async () => {
    await connection.close();
    await mongo.stop();
  });

  const of = (name: string) => connection.collection(name);
  const aMessage = (_id: string, more: object) => ({
    ...{ _id, agencyId: AGENCY, ticketId: 't1', channel: 'mail', template: 'work-order', status: 'sent' },
    ...{
      subject: 'Intervention',
      text: 'Bonjour',
      settled: [],
      refusals: [],
      facts: { who: 'Yann Le Goff' },
    },
    ...more,
  });
  const stored = (_id: string) => of('messages').findOne({ _id: _id as never });

  it('are blanked, and the journal still tells that something left; answers and conversations go', async () => {
    expect(await messages.blank(AGENCY, YANN)).toEqual({ messages: 1, answers: 1 });
    const blank = await stored('to-yann');
    expect(blank).toMatchObject({ recipientName: STRUCK_OUT, addresses: [], text: '', status: 'sent' });
    expect(JSON.stringify(blank)).not.toMatch(/Goff|legoff|Bonjour/u);
    expect(await of('reviews').distinct('_id')).toEqual(['other']);
    expect(await of('conversations').countDocuments()).toBe(0);
    // The same again changes nothing.
    expect(await messages.blank(AGENCY, YANN)).toEqual({ messages: 0, answers: 0 });
  });

  it('lose the name in what was written to others about the ticket, and nothing else', async () => {
    expect(await messages.strikeOutOf(AGENCY, YANN, 't1')).toEqual({ messages: 2, answers: 0 });
    expect(await stored('to-another')).toMatchObject({
      recipientName: 'Hélène Morvan',
      addresses: ['h.morvan@essais.example'],
      subject: 'Visite',
      text: `${STRUCK_OUT} passera (${STRUCK_OUT}).`,
    });
    expect(await messages.strikeOutOf(AGENCY, YANN, 't1')).toEqual({ messages: 0, answers: 0 });
  });

  it('are another agency’s own', async () => {
    await messages.blank(AGENCY, YANN);
    expect(await stored('elsewhere')).toMatchObject({ addresses: ['yann@legoff.example'], text: 'Bonjour' });
    expect(await messages.blank('nobody', { ...YANN, mails: [], phones: [] })).toEqual({
      messages: 0,
      answers: 0,
    });
  });
});
