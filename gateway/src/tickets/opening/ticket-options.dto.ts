import type { MessageInitShape } from '@bufbuild/protobuf';
import { TicketOptionsSchema, VisibilitySchema, withOptions } from '@intervia/contracts';
import { Choice, Flag, Nested } from '../../http/fields.js';
import { enumValue } from '../../mapping/enums.js';

/** What may be chosen of a ticket. On a new one, what is absent is the module’s default; on a change it stays. */
export class TicketOptionsDto {
  @Flag({ description: 'Automatic sends to third parties are recorded, not sent.' })
  silent?: boolean;

  @Flag({ description: 'Tell contractors who owns the unit.' })
  sendOwner?: boolean;

  @Flag()
  askPresence?: boolean;

  @Flag()
  notifyReminders?: boolean;

  @Flag()
  urgent?: boolean;

  @Choice(VisibilitySchema)
  visibility?: string;

  @Flag({ description: 'Ask for the invoice as soon as a completion comes without one.' })
  automaticInvoiceRequest?: boolean;

  @Flag({ description: 'Ask contractors for an acknowledgement of reading.' })
  readReceipt?: boolean;

  @Flag({ description: 'Tell contractors that the caretaker lets them in.' })
  caretakerOpens?: boolean;
}

/** Takes the options as one value, and one by one as clients gave them before. */
export class WithOptionsDto extends TicketOptionsDto {
  @Nested(() => TicketOptionsDto, { description: 'They go before the same fields beside it.' })
  options?: TicketOptionsDto;
}

const NAMES = TicketOptionsSchema.fields.map(({ localName }) => localName as keyof TicketOptionsDto);

type Chosen = Omit<MessageInitShape<typeof TicketOptionsSchema>, '$typeName' | '$unknown'>;

/** What was chosen, for tickets services of either kind. */
export function chosenOptions(dto: WithOptionsDto): ReturnType<typeof withOptions<Chosen>> {
  const beside = Object.fromEntries(NAMES.map((name) => [name, dto[name]]));
  const { visibility, ...flags }: TicketOptionsDto = { ...beside, ...dto.options };
  return withOptions({ ...flags, visibility: enumValue(VisibilitySchema, visibility) });
}

/** The rest of what was sent. */
export function besidesOptions<T extends WithOptionsDto>(dto: T): Omit<T, keyof WithOptionsDto> {
  const isOption = (name: string) => name === 'options' || (NAMES as readonly string[]).includes(name);
  const rest = Object.entries(dto).filter(([name]) => !isOption(name));
  return Object.fromEntries(rest) as unknown as Omit<T, keyof WithOptionsDto>;
}
