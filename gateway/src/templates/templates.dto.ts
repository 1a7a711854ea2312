import { ChannelSchema } from '@intervia/contracts';
import { Choice, Flag, Id, Nested, QueryWhole, Text, Whole } from '../http/fields.js';
import { TicketDraftDto } from '../tickets/opening/ticket-draft.dto.js';

const HIGHEST_VERSION = 0xffff_ffff;
const VERSION = 'The one read: what others saved since is not lost.';

export class TemplatesQuery {
  @Choice(ChannelSchema, { description: 'Default: both.' })
  channel?: string;
}

/** A step has a text for mail and may have one for SMS. */
export class TemplateQuery {
  @Choice(ChannelSchema, { required: true })
  channel!: string;
}

export class TemplateResetQuery extends TemplateQuery {
  @QueryWhole(0, HIGHEST_VERSION, { required: true, description: VERSION })
  version!: number;
}

/** What a text must hold, and how long it may be, is the rule of the notifications service; here are only shapes. */
export class TemplateTextDto {
  @Text(1_000, { description: 'Of a mail; follows the ticket’s number. Plain text with variables.' })
  subject?: string;

  @Text(100_000, { description: 'HTML with variables for a mail; plain text without for an SMS.' })
  body?: string;
}

export class TemplateDto {
  @Choice(ChannelSchema, { required: true })
  channel!: string;

  @Nested(() => TemplateTextDto, { required: true })
  text!: TemplateTextDto;

  @Whole(0, HIGHEST_VERSION, { required: true, description: VERSION })
  version!: number;
}

export class TemplatePreviewDto {
  @Choice(ChannelSchema, { required: true })
  channel!: string;

  @Nested(() => TemplateTextDto, { description: 'As typed so far. Default: as saved.' })
  text?: TemplateTextDto;

  @Id({ description: 'A ticket to fill it with; what it lacks is an example. Default: examples only.' })
  ticketId?: string;
}

export class TemplateTestDto extends TemplatePreviewDto {
  @Text(40, { description: 'For an SMS, where the user’s own number is no mobile; French or E.164.' })
  mobile?: string;
}

export class SimulationDto extends TicketDraftDto {
  @Flag({ description: 'The draft validates a "?": its requester is told.' })
  preTicket?: boolean;
}
