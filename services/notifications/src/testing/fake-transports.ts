import type { Outcome } from '../domain/message.js';
import type { OutgoingMail, OutgoingSms } from '../application/ports/delivery/transports.js';
import { MailTransport, SmsTransport } from '../application/ports/delivery/transports.js';

const ACCEPTED: Outcome = { kind: 'accepted' };

/** Takes everything, unless told what to answer. */
export class FakeMailTransport extends MailTransport {
  readonly sent: OutgoingMail[] = [];
  answer: Outcome = ACCEPTED;

  async send(mail: OutgoingMail): Promise<Outcome> {
    this.sent.push(mail);
    return this.answer;
  }
}

export class FakeSmsTransport extends SmsTransport {
  readonly sent: OutgoingSms[] = [];

  async send(sms: OutgoingSms): Promise<Outcome> {
    this.sent.push(sms);
    return ACCEPTED;
  }

  async knows(): Promise<boolean> {
    return false;
  }
}
