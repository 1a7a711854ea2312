import { Injectable } from '@nestjs/common';
import type { TicketFact } from '../../domain/facts/facts.js';
import { messageFacts } from '../../domain/facts/message-facts.js';
import { planMessages } from '../../domain/planning/plan-messages.js';
import { audienceOf } from '../../domain/template-codes.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import type { SmsCount } from './count-sms.js';
import { countSms } from './count-sms.js';
import { Agencies } from '../ports/neighbours/agencies.js';
import { Examples } from '../ports/templates/examples.js';
import { Links } from '../ports/delivery/links.js';
import type { RenderInput, RenderedMail } from '../ports/templates/renderer.js';
import { Renderer } from '../ports/templates/renderer.js';
import type { Reader } from '../ports/neighbours/known-tickets.js';
import { KnownTickets } from '../ports/neighbours/known-tickets.js';
import type { Wording } from '../ports/templates/wordings.js';
import type { TemplateKey } from './template-book.js';
import { TemplateBook } from './template-book.js';

export interface PreviewRequest extends Omit<TemplateKey, 'agencyId'> {
  readonly reader: Reader;
  /** As typed so far; absent: as saved. */
  readonly typed?: Wording;
  /** Absent: example data. */
  readonly ticketId?: string;
  readonly test?: true;
}

export type Preview =
  | ({ readonly channel: 'mail' } & RenderedMail)
  | { readonly channel: 'sms'; readonly subject: string; readonly text: string; readonly count: SmsCount };

/** A template as somebody would receive it. */
@Injectable()
export class PreviewTemplateQuery {
  constructor(
    private readonly book: TemplateBook,
    private readonly examples: Examples,
    private readonly tickets: KnownTickets,
    private readonly agencies: Agencies,
    private readonly links: Links,
    private readonly renderer: Renderer,
  ) {}

  async execute({ reader, code, channel, typed, ticketId, test }: PreviewRequest): Promise<Preview> {
    const key = { agencyId: reader.agencyId, code, channel };
    const { template } = this.book.find(key);
    // Also what is saved: it may name what no longer exists, and whoever looks at it is told.
    const wording = this.book.checked(template, channel, typed ?? (await this.book.get(key)).text);
    const input = { ...(await this.inputFor(reader, template, ticketId)), wording, test };
    if (channel === 'mail') return { channel, ...(await this.renderer.mail(input)) };
    const count = countSms(wording.body, (body) =>
      this.renderer.sms({ ...input, wording: { ...wording, body } }),
    );
    const subject = this.renderer.subject({ ...input, wording: undefined });
    return { channel, subject, text: this.renderer.sms(input), count };
  }

  private async inputFor(reader: Reader, template: TemplateCode, ticketId?: string): Promise<RenderInput> {
    const audience = audienceOf(template);
    const example = this.examples.of(template);
    const fact = ticketId ? await this.withTicket(reader, example.fact, ticketId) : example.fact;
    // Whom the real ticket would tell; the example's reader where it has nobody of that kind.
    const planned = planMessages(fact).find((one) => one.template === template) ?? example.planned;
    const { mission, recipient } = planned;
    const agency = await this.agencies.get(reader.agencyId);
    const hasLink = audience === 'contractor' || audience === 'correspondent';
    const facts = messageFacts(fact, { audience, recipientName: recipient.name, mission });
    return {
      template,
      audience,
      facts,
      agency: {
        ...agency,
        hidesMailFromContractors: agency.hidesMailFromContractors || facts.hidesAgencyMail,
      },
      link: hasLink ? this.links.example() : undefined,
    };
  }

  /** The real ticket in the place of the example's; what it lacks is the example's. */
  private async withTicket(reader: Reader, fact: TicketFact, ticketId: string): Promise<TicketFact> {
    const { ticket, missions } = await this.tickets.get(reader, ticketId);
    const [first] = missions;
    if ('missions' in fact) return { ...fact, ticket, missions };
    if (!('mission' in fact) || !fact.mission || !first) return { ...fact, ticket };
    const appointment = first.appointment ?? fact.mission.appointment;
    return { ...fact, ticket, mission: { ...first, appointment } };
  }
}
