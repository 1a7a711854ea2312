import { LETTERS, MOST } from '@intervia/rules';
import { VisibilitySchema } from '@intervia/contracts';
import { Choice, Flag, Ids, Nested, Text, Whole } from '../http/fields.js';
import { TimerSettingsDto } from '../tickets/opening/timer-settings.dto.js';

/** Manual, "Paramétrer le module": whole, as it was read and then changed. */
export class SettingsDto {
  @Flag({ required: true, description: '“Afficher dans l’extranet des clients”.' })
  shownToClients!: boolean;

  @Choice(VisibilitySchema, { required: true, description: '“Ticket visible pour”.' })
  visibility!: string;

  @Flag({ required: true })
  readReceipt!: boolean;

  @Flag({ required: true, description: 'Hide the agency’s mail from contractors.' })
  hideAgencyMail!: boolean;

  @Flag({ required: true, description: 'Tell the creator of a ticket that it moved.' })
  notifyCreator!: boolean;

  @Flag({ required: true })
  notifyManager!: boolean;

  @Flag({ required: true })
  notifyAssistant!: boolean;

  @Text(LETTERS.text)
  defaultDescription?: string;

  @Text(LETTERS.emergency, { description: 'Whom clients call in an emergency, in the agency’s words.' })
  emergencyNumbers?: string;

  @Ids(MOST.defaultAttachments, {
    description: 'Go out with each first request by mail. From POST /api/uploads.',
  })
  defaultAttachmentIds?: string[];

  @Whole(10, 200, { required: true, description: 'Tickets shown by default.' })
  listSize!: number;

  @Whole(1, 365, {
    description: 'Days without any movement after which an open ticket is dormant. Default: as it is.',
  })
  dormantDays?: number;

  @Nested(() => TimerSettingsDto, { required: true })
  timers!: TimerSettingsDto;

  @Flag({ required: true, description: 'Ask for the invoice as soon as a completion comes without one.' })
  automaticInvoiceRequest!: boolean;

  @Whole(0, 0xffff_ffff, { required: true, description: 'The one read: who changed them since is not lost.' })
  version!: number;
}
