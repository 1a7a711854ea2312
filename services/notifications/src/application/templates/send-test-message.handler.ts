import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Manager } from '../../domain/facts/facts.js';
import type { Outcome } from '../../domain/message.js';
import { mailMessageId } from '../delivery/message-id.js';
import { mobileOf } from '@intervia/french/phones';
import { Accounts } from '../ports/accounts/accounts.js';
import { Agencies } from '../ports/neighbours/agencies.js';
import { MailTransport, SmsTransport } from '../ports/delivery/transports.js';
import { Users } from '../ports/neighbours/users.js';
import type { Preview, PreviewRequest } from './preview-template.query.js';
import { PreviewTemplateQuery } from './preview-template.query.js';
import { InvalidMobile, NoTestAddress, TestNotSent } from './template-errors.js';

export interface TestRequest extends PreviewRequest {
  /** Where the user's own number is no mobile. */
  readonly mobile?: string;
}

type Previewed<C extends Preview['channel']> = Extract<Preview, { channel: C }>;

const NOTHING_TO_JOURNAL = async () => {};

/** To the calling user and nobody else, at once and outside of the journal: it belongs to no ticket. */
@Injectable()
export class SendTestMessageHandler {
  constructor(
    private readonly previews: PreviewTemplateQuery,
    private readonly users: Users,
    private readonly agencies: Agencies,
    private readonly accounts: Accounts,
    private readonly mails: MailTransport,
    private readonly texts: SmsTransport,
    private readonly clock: Clock,
  ) {}

  async execute(request: TestRequest): Promise<string> {
    const { agencyId, userId } = request.reader;
    const user = await this.users.get(agencyId, userId);
    const preview = await this.previews.execute({ ...request, test: true });
    const recipient = preview.channel === 'mail' ? user?.mail : mobileFor(request, user);
    if (!recipient) throw new NoTestAddress();
    const outcome =
      preview.channel === 'mail'
        ? await this.mail(agencyId, recipient, preview)
        : await this.sms(agencyId, recipient, preview);
    if (outcome.kind !== 'accepted') throw new TestNotSent(outcome.detail);
    return recipient;
  }

  private async mail(agencyId: string, to: string, preview: Previewed<'mail'>): Promise<Outcome> {
    const [agency, account] = await Promise.all([
      this.agencies.get(agencyId),
      this.accounts.mailOf(agencyId),
    ]);
    const { subject, html, text } = preview;
    const mail = {
      messageId: mailMessageId(randomUUID(), account.from),
      references: [],
      senderName: agency.name,
      to: [to],
      deliverTo: [to],
      subject,
      html,
      text,
      date: this.clock.now(),
      documents: [],
    };
    return this.mails.send(mail, account, NOTHING_TO_JOURNAL);
  }

  private async sms(agencyId: string, receiver: string, { text }: Previewed<'sms'>): Promise<Outcome> {
    const [agency, account] = await Promise.all([this.agencies.get(agencyId), this.accounts.smsOf(agencyId)]);
    const sender = account.sender ?? agency.smsSender;
    const sms = { tag: randomUUID(), sender, receivers: [receiver], text };
    return this.texts.send(sms, account, NOTHING_TO_JOURNAL);
  }
}

function mobileFor({ mobile }: TestRequest, user: Manager | undefined): string | undefined {
  if (!mobile) return mobileOf(user?.phone ?? '');
  const parsed = mobileOf(mobile);
  if (!parsed) throw new InvalidMobile();
  return parsed;
}
