import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Module, TicketDraftSchema, User, UserRefSchema } from '@intervia/contracts';
import { ModuleSchema, SourceSchema } from '@intervia/contracts';
import { Injectable } from '@nestjs/common';
import { eachOnce, Groups } from '../../directory/groups.js';
import { Places, ticketPlace } from '../../directory/places.js';
import { Users } from '../../directory/users.js';
import type { FieldFault } from '../../http/problem.js';
import { enumValue } from '../../mapping/enums.js';
import { actsIn, demand } from '../../session/rights.js';
import type { SignedIn } from '../../session/sessions.js';
import { Documents, OF_OPENING } from '../../uploads/documents.js';
import { PeopleReaders } from '../people/people-of-ticket.js';
import { chosenOptions } from './ticket-options.dto.js';
import type { TicketDraftDto } from './ticket-draft.dto.js';

/** Gathers what the creation form only names: place and its people, manager, groups, documents. */
@Injectable()
export class DraftOfTicket {
  constructor(
    private readonly places: Places,
    private readonly users: Users,
    private readonly groups: Groups,
    private readonly documents: Documents,
    private readonly readers: PeopleReaders,
  ) {}

  /** @throws ForbiddenAction, PLACE_NOT_FOUND, INVALID_REQUEST */
  async gather(me: SignedIn, dto: TicketDraftDto): Promise<MessageInitShape<typeof TicketDraftSchema>> {
    const module = enumValue(ModuleSchema, dto.module);
    demand(me, 'create', module);
    const faults: FieldFault[] = [];
    const [place, manager, attachments] = await Promise.all([
      this.places.find(me, dto.place, 'place'),
      this.manager(me, dto.managerId, module, faults),
      this.documents.resolve(me, dto.attachmentIds ?? [], 'attachmentIds', faults, OF_OPENING),
    ]);
    const ofGroups = await this.groups.persons(me, place.building?.id ?? '', dto.notifiedGroups);
    const reader = this.readers.at(place.building?.postalCode ?? '');
    reader.faults.push(...faults);
    const draft = {
      module,
      quote: dto.quote,
      subject: dto.subject,
      description: dto.description,
      originalDescription: dto.originalDescription,
      notifiedDescription: dto.notifiedDescription,
      place: ticketPlace(place),
      manager,
      creator: userRef(me.user),
      assistant: place.assistant && userRef(place.assistant),
      requester: dto.requester && reader.person(dto.requester, 'requester'),
      source: enumValue(SourceSchema, dto.source),
      requestedAt: dto.requestedAt ? timestampFromDate(new Date(dto.requestedAt)) : undefined,
      ...chosenOptions(dto),
      contractors: reader.persons(dto.contractors, 'contractors'),
      contacts: reader.persons(dto.contacts, 'contacts'),
      notified: eachOnce([...reader.persons(dto.notified, 'notified'), ...ofGroups]),
      attachments,
      timers: dto.timers,
    };
    reader.refuseFaults();
    return draft;
  }

  private async manager(
    me: SignedIn,
    managerId: string | undefined,
    module: Module,
    faults: FieldFault[],
  ): Promise<MessageInitShape<typeof UserRefSchema> | undefined> {
    const user = managerId && managerId !== me.user.id ? await this.users.find(me, managerId) : me.user;
    if (!user) faults.push({ field: 'managerId', code: 'USER_UNKNOWN' });
    else if (user.id !== me.user.id && !actsIn(user).some((one) => one === module))
      faults.push({ field: 'managerId', code: 'USER_CANNOT_ACT' });
    return user && userRef(user);
  }
}

export function userRef({ id, name, mail, phone }: User): MessageInitShape<typeof UserRefSchema> {
  return { id, name, mail, phone };
}
