import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Ticket, User, UserRefSchema } from '@intervia/contracts';
import { ModuleSchema, SourceSchema, TicketsService, VisibilitySchema } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { Places, ticketPlace } from '../directory/places.js';
import { Users } from '../directory/users.js';
import type { FieldFault } from '../http/problem.js';
import { InvalidRequest } from '../http/problem.js';
import { enumValue } from '../mapping/enums.js';
import { commandOf } from '../session/caller.js';
import { demand } from '../session/rights.js';
import type { SignedIn } from '../session/sessions.js';
import { Documents } from './documents.js';
import { inRequestTerms } from './request-terms.js';
import { personOf, regionOf } from './reach.js';
import type { PersonDto, TicketDraftDto } from './ticket-draft.dto.js';

/** Gathers what the form only names (place, manager, documents) and opens the ticket. */
@Injectable()
export class OpenTicket {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly places: Places,
    private readonly users: Users,
    private readonly documents: Documents,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  async run(me: SignedIn, key: string, dto: TicketDraftDto): Promise<Ticket> {
    const module = enumValue(ModuleSchema, dto.module);
    demand(me, 'create', module);
    const faults: FieldFault[] = [];
    const [place, manager, attachments] = await Promise.all([
      this.places.find(me, dto.place, 'place'),
      this.manager(me, dto.managerId, faults),
      this.documents.resolve(me.agencyId, dto.attachmentIds ?? [], 'attachmentIds', faults),
    ]);
    const region = regionOf(place.building?.postalCode ?? '');
    const person = (one: PersonDto, field: string) => personOf(one, field, region, faults);
    const people = (list: PersonDto[] | undefined, field: string) =>
      (list ?? []).map((one, index) => person(one, `${field}.${index}`));
    const draft = {
      module,
      quote: dto.quote,
      subject: dto.subject,
      description: dto.description,
      originalDescription: dto.originalDescription,
      notifiedDescription: dto.notifiedDescription,
      place: ticketPlace(place),
      manager,
      requester: dto.requester && person(dto.requester, 'requester'),
      source: enumValue(SourceSchema, dto.source),
      requestedAt: dto.requestedAt ? timestampFromDate(new Date(dto.requestedAt)) : undefined,
      silent: dto.silent,
      sendOwner: dto.sendOwner,
      askPresence: dto.askPresence,
      notifyReminders: dto.notifyReminders,
      urgent: dto.urgent,
      visibility: enumValue(VisibilitySchema, dto.visibility),
      contractors: people(dto.contractors, 'contractors'),
      contacts: people(dto.contacts, 'contacts'),
      notified: people(dto.notified, 'notified'),
      attachments,
      timers: dto.timers,
    };
    if (faults.length > 0) throw new InvalidRequest(faults);
    const { ticket } = await this.tickets
      .openTicket({ context: commandOf(me, key), draft })
      .catch(inRequestTerms);
    if (!ticket) throw new AppError('INTERNAL', 'internal');
    return ticket;
  }

  private async manager(
    me: SignedIn,
    managerId: string | undefined,
    faults: FieldFault[],
  ): Promise<MessageInitShape<typeof UserRefSchema> | undefined> {
    const user = managerId && managerId !== me.user.id ? await this.users.find(me, managerId) : me.user;
    if (!user) faults.push({ field: 'managerId', code: 'USER_UNKNOWN' });
    return user && userRef(user);
  }
}

function userRef({ id, name, mail, phone }: User): MessageInitShape<typeof UserRefSchema> {
  return { id, name, mail, phone };
}
