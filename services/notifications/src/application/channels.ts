import { Injectable } from '@nestjs/common';
import type { Message, Outcome } from '../domain/message.js';
import type { Agency } from './ports/agencies.js';
import { Renderer } from './ports/renderer.js';
import { MailTransport, SmsTransport } from './ports/transports.js';
import { RenderInputs } from './render-inputs.js';

/** Journals that the provider may have the message from now on. */
export type JournalHandOver = (text: string) => Promise<void>;

interface ChannelDelivery {
  deliver(message: Message, handOver: JournalHandOver): Promise<Outcome>;
}

const addressesLeft = ({ addresses, settled }: Message): string[] =>
  addresses.filter((address) => !settled.includes(address));

/** Nobody is led to the agency's mailbox by a mail that hides it. */
function replyAddress({ audience, facts }: Message, agency: Agency): string | undefined {
  if (audience === 'contractor' && agency.hidesMailFromContractors) return undefined;
  return facts.manager.mail || agency.mail || undefined;
}

@Injectable()
export class MailDelivery implements ChannelDelivery {
  constructor(
    private readonly inputs: RenderInputs,
    private readonly renderer: Renderer,
    private readonly transport: MailTransport,
  ) {}

  async deliver(message: Message, handOver: JournalHandOver): Promise<Outcome> {
    const input = await this.inputs.of(message);
    const { subject, html, text } = await this.renderer.mail(input);
    const mail = {
      id: message.id,
      senderName: input.agency.name,
      replyTo: replyAddress(message, input.agency),
      to: message.addresses,
      deliverTo: addressesLeft(message),
      subject,
      html,
      text,
      date: message.queuedAt,
    };
    return this.transport.send(mail, () => handOver(text));
  }
}

@Injectable()
export class SmsDelivery implements ChannelDelivery {
  constructor(
    private readonly inputs: RenderInputs,
    private readonly renderer: Renderer,
    private readonly transport: SmsTransport,
  ) {}

  async deliver(message: Message, handOver: JournalHandOver): Promise<Outcome> {
    if (message.status === 'sending') {
      const known = await this.transport.knows(message.id);
      if (known) return { kind: 'accepted' };
    }
    const input = await this.inputs.of(message);
    const text = this.renderer.sms(input);
    const sms = {
      tag: message.id,
      sender: input.agency.smsSender,
      receivers: addressesLeft(message),
      text,
    };
    return this.transport.send(sms, () => handOver(text));
  }
}

/** One way of delivering per channel. */
@Injectable()
export class Channels {
  private readonly deliveries: Readonly<Record<Message['channel'], ChannelDelivery>>;

  constructor(mail: MailDelivery, sms: SmsDelivery) {
    this.deliveries = { mail, sms };
  }

  deliver(message: Message, handOver: JournalHandOver): Promise<Outcome> {
    return this.deliveries[message.channel].deliver(message, handOver);
  }
}
