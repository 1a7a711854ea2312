import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PersonSchema, ReachSchema } from '@intervia/contracts';
import { regionOf } from '@intervia/french/phones';
import { Injectable } from '@nestjs/common';
import { Groups } from '../../directory/groups.js';
import type { PersonDto, ReachDto } from '../../directory/person.dto.js';
import type { Numbering } from '../../directory/reach.js';
import { personOf, postalCodeIn, reachOf } from '../../directory/reach.js';
import { GatewayEnv } from '../../gateway.env.js';
import type { FieldFault } from '../../http/problem.js';
import { InvalidRequest } from '../../http/problem.js';
import { demand } from '../../session/rights.js';
import type { SentCommand } from '../command.js';
import { TicketAccess } from '../ticket-access.js';

type PersonInit = MessageInitShape<typeof PersonSchema>;

/** Reads people as typed in, and keeps what cannot be read. */
export class PeopleReader {
  readonly faults: FieldFault[] = [];

  constructor(private readonly numbering: Numbering) {}

  person(dto: PersonDto, field: string): PersonInit {
    return personOf(dto, field, this.numbering, this.faults);
  }

  persons(dtos: readonly PersonDto[] | undefined, field: string): PersonInit[] {
    return (dtos ?? []).map((dto, index) => this.person(dto, `${field}.${index}`));
  }

  reach(dto: ReachDto): MessageInitShape<typeof ReachSchema> {
    return reachOf(dto, '', this.numbering, this.faults);
  }

  /** @throws INVALID_REQUEST */
  refuseFaults(): void {
    if (this.faults.length > 0) throw new InvalidRequest(this.faults);
  }
}

/** Where people live tells how their numbers are read. */
@Injectable()
export class PeopleReaders {
  constructor(private readonly env: GatewayEnv) {}

  at(postalCode: string): PeopleReader {
    return new PeopleReader({ region: regionOf(postalCode), fictional: this.env.FICTIONAL_MOBILES });
  }
}

/** People named in a command about a ticket: its place tells where a number without country code is from. */
@Injectable()
export class PeopleOfTicket {
  constructor(
    private readonly access: TicketAccess,
    private readonly groups: Groups,
    private readonly readers: PeopleReaders,
  ) {}

  /** @throws ForbiddenAction, TICKET_NOT_FOUND */
  async reader(sent: SentCommand): Promise<PeopleReader> {
    return (await this.readerAndPlace(sent)).reader;
  }

  /** Also gives the persons of groups of the ticket's building. @throws ForbiddenAction, TICKET_NOT_FOUND */
  async readerAndPlace({ me, ticketId }: SentCommand): Promise<{
    reader: PeopleReader;
    ofGroups: (groups: readonly string[] | undefined) => Promise<PersonInit[]>;
  }> {
    const { module, place } = await this.access.head(me, ticketId);
    demand(me, 'edit', module);
    return {
      reader: this.readers.at(place?.postalCode || postalCodeIn(place?.address ?? '')),
      ofGroups: (groups) => this.groups.persons(me, place?.buildingId ?? '', groups),
    };
  }
}
