import { Injectable } from '@nestjs/common';
import type { MissionFacts, TicketFacts } from '../../domain/facts/facts.js';
import { messageFacts } from '../../domain/facts/message-facts.js';
import { planMessages } from '../../domain/planning/plan-messages.js';
import type { PlannedMessage } from '../../domain/planning/plan-messages.js';
import { futureFacts } from '../../domain/planning/simulation.js';
import type { ExpectedReminder, FutureFact, Opening } from '../../domain/planning/simulation.js';
import type { SmsLength } from './count-sms.js';
import { smsLength } from './count-sms.js';
import { inOwnWords } from './own-words.js';
import { Agencies } from '../ports/neighbours/agencies.js';
import type { Agency } from '../ports/neighbours/agencies.js';
import { Links } from '../ports/delivery/links.js';
import { Renderer } from '../ports/templates/renderer.js';
import { TemplateTexts } from '../ports/templates/template-texts.js';
import type { WordingVersion } from '../ports/templates/wordings.js';
import { Wordings } from '../ports/templates/wordings.js';

export interface Simulated {
  readonly ticket: TicketFacts;
  readonly missions: readonly MissionFacts[];
  readonly reminders: readonly ExpectedReminder[];
  /** Absent for a ticket that exists. */
  readonly opening?: Opening;
}

export interface FutureMessage {
  readonly at: Date;
  readonly planned: PlannedMessage;
  readonly title: string;
  readonly subject: string;
  readonly reminder: boolean;
  /** Of an SMS. */
  readonly text?: string;
  readonly length?: SmsLength;
}

/** Every mail and SMS that will leave, planned and worded by what really sends them. */
@Injectable()
export class SimulateTicketQuery {
  constructor(
    private readonly agencies: Agencies,
    private readonly wordings: Wordings,
    private readonly links: Links,
    private readonly renderer: Renderer,
    private readonly texts: TemplateTexts,
  ) {}

  async execute(agencyId: string, simulated: Simulated): Promise<readonly FutureMessage[]> {
    const [agency, changed] = await Promise.all([this.agencies.get(agencyId), this.wordings.all(agencyId)]);
    const { ticket, missions, reminders, opening } = simulated;
    const messages = futureFacts(ticket, missions, reminders, opening).flatMap((future) =>
      planMessages(future.fact).map((planned) => this.message(future, planned, agency, changed)),
    );
    return Promise.all(messages);
  }

  private async message(
    { at, fact, reminder }: FutureFact,
    planned: PlannedMessage,
    agency: Agency,
    changed: readonly WordingVersion[],
  ): Promise<FutureMessage> {
    const { template, audience, channel, recipient, mission } = planned;
    const facts = messageFacts(fact, { audience, recipientName: recipient.name, mission });
    const wording = changed.find((one) => one.template === template && one.channel === channel)?.wording;
    const common = { at, planned, reminder, title: this.texts.title(template) };
    const input = { template, audience, facts };
    if (channel === 'mail') {
      const subject = await inOwnWords({ ...input, wording }, (complete) => this.renderer.subject(complete));
      return { ...common, subject: subject.written };
    }
    const hasLink = audience === 'contractor' || audience === 'correspondent';
    const link = hasLink ? this.links.example() : undefined;
    const text = this.renderer.sms({ ...input, wording, agency, link });
    return { ...common, subject: this.renderer.subject(input), text, length: smsLength(text) };
  }
}
