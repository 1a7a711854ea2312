import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Message, Outcome } from '../../domain/message.js';
import { addressesLeft } from './addresses-left.js';
import type { JournalHandOver } from './journal-hand-over.js';
import { conversationOf } from '../answers/conversation-key.js';
import { Accounts } from '../ports/accounts/accounts.js';
import { Conversations } from '../ports/answers/conversations.js';
import { Renderer } from '../ports/templates/renderer.js';
import { SmsTransport } from '../ports/delivery/transports.js';
import { RenderInputs } from '../templates/render-inputs.js';

@Injectable()
export class SmsDelivery {
  constructor(
    private readonly inputs: RenderInputs,
    private readonly renderer: Renderer,
    private readonly accounts: Accounts,
    private readonly conversations: Conversations,
    private readonly transport: SmsTransport,
    private readonly clock: Clock,
  ) {}

  async deliver(message: Message, handOver: JournalHandOver): Promise<Outcome> {
    const account = await this.accounts.smsOf(message.agencyId);
    if (message.status === 'sending') {
      const known = await this.transport.knows(message.id, account);
      if (known) return { kind: 'accepted' };
    }
    const input = await this.inputs.of(message);
    const text = this.renderer.sms(input);
    await this.conversations.open(conversationOf(message), message.recipientName, this.clock.now());
    const sms = {
      tag: message.id,
      sender: account.sender ?? input.agency.smsSender,
      receivers: addressesLeft(message),
      text,
    };
    return this.transport.send(sms, account, () => handOver(text));
  }
}
