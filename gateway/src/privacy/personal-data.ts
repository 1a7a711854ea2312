import type { DocumentRef, PersonMarks, TicketOfPerson } from '@intervia/contracts';
import {
  DirectoryPrivacyService,
  NotificationsPrivacyService,
  TicketsPrivacyService,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { CommandKey } from '../http/idempotency.js';
import { callerOf, commandOf } from '../session/caller.js';
import type { SignedIn } from '../session/sessions.js';
import type { ErasedDto, HeldDto, SoughtPersonDto } from './privacy.dto.js';

export type Marks = Pick<PersonMarks, 'partyId' | 'names' | 'mails' | 'phones'>;

export interface TicketData {
  readonly ticket: TicketOfPerson;
  readonly header: object;
  readonly statements: readonly object[];
  readonly documents: readonly DocumentRef[];
}

/** Gathers what each service holds about somebody, and has it struck out by each. */
@Injectable()
export class PersonalData {
  private readonly directory: ServiceClient<typeof DirectoryPrivacyService>;
  private readonly tickets: ServiceClient<typeof TicketsPrivacyService>;
  private readonly notifications: ServiceClient<typeof NotificationsPrivacyService>;

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryPrivacyService);
    this.tickets = bus.service(TicketsPrivacyService);
    this.notifications = bus.service(NotificationsPrivacyService);
  }

  async held(me: SignedIn, person: Marks): Promise<HeldDto> {
    const tickets: HeldDto['tickets'] = [];
    for await (const { ticketId, number, subject, open } of this.ticketsOf(me, person)) {
      tickets.push({ ticketId, number, subject, open });
    }
    return {
      tickets,
      messages: await count(this.messagesOf(me, person)),
      records: await count(this.recordsOf(me, person)),
    };
  }

  /** By number, oldest first. */
  async *ticketsOf(me: SignedIn, person: Marks): AsyncGenerator<TicketOfPerson> {
    for (let afterNumber = 0; ;) {
      const caller = callerOf(me);
      const { tickets, nextAfter } = await this.tickets.findTicketsOfPerson({ caller, person, afterNumber });
      yield* tickets;
      if (nextAfter === 0) return;
      afterNumber = nextAfter;
    }
  }

  async ticketData(me: SignedIn, person: Marks, ticket: TicketOfPerson): Promise<TicketData> {
    const { ticketId } = ticket;
    const caller = callerOf(me);
    const first = await this.tickets.exportTicketOfPerson({ caller, person, ticketId });
    const statements = [...first.statementsJson];
    for (let offset = first.nextOffset; offset > 0;) {
      const page = await this.tickets.exportTicketOfPerson({ caller, person, ticketId, offset });
      statements.push(...page.statementsJson);
      offset = page.nextOffset;
    }
    const { headerJson, documents } = first;
    return { ticket, header: parsed(headerJson), statements: statements.map(parsed), documents };
  }

  /** Sent to their addresses, then received from these. */
  async *messagesOf(me: SignedIn, person: Marks): AsyncGenerator<object> {
    let cursor = '';
    do {
      const caller = callerOf(me);
      const page = await this.notifications.exportMessagesOfPerson({ caller, person, cursor });
      yield* page.recordsJson.map(parsed);
      cursor = page.nextCursor;
    } while (cursor);
  }

  /** Of the directory: nothing of somebody who was typed in. */
  async *recordsOf(me: SignedIn, { partyId }: Marks): AsyncGenerator<object> {
    if (!partyId) return;
    let offset = 0;
    do {
      const page = await this.directory.exportPerson({ caller: callerOf(me), partyId, offset });
      yield* page.recordsJson.map(parsed);
      offset = page.nextOffset;
    } while (offset > 0);
  }

  /**
   * The same again ends what a crash left: the marks are known until the directory's record goes, last.
   * @throws PERSON_IN_OPEN_TICKET before anything is changed
   */
  async erase(me: SignedIn, person: Marks, key: CommandKey): Promise<ErasedDto> {
    const found: TicketOfPerson[] = [];
    for await (const ticket of this.ticketsOf(me, person)) {
      if (ticket.open) {
        throw new AppError('PERSON_IN_OPEN_TICKET', 'conflict', { number: String(ticket.number) });
      }
      found.push(ticket);
    }
    const caller = callerOf(me);
    const erased = { tickets: 0, documentsErased: 0, documentsKept: 0, messages: 0 };
    for (const { ticketId } of found) {
      const context = commandOf(me, { ...key, key: `${key.key}/${ticketId}`.slice(0, 200) });
      const { messages } = await this.notifications.erasePersonFromMessages({ caller, person, ticketId });
      const one = await this.tickets.erasePersonFromTicket({ context, person, ticketId });
      erased.tickets += one.changed ? 1 : 0;
      erased.documentsErased += one.documentsErased;
      erased.documentsKept += one.documentsKept;
      erased.messages += messages;
    }
    const { messages, answers } = await this.notifications.erasePersonFromMessages({ caller, person });
    erased.messages += messages + answers;
    const { traces, recordErased } = person.partyId
      ? await this.directory.erasePersonFromDirectory({ caller, partyId: person.partyId })
      : { traces: 0, recordErased: true };
    return { ...erased, traces, recordErased };
  }
}

/** As typed, and as services keep them. @throws PERSON_UNKNOWN */
export function marksOf({ partyId = '', names = [], mails = [], phones = [] }: SoughtPersonDto): Marks {
  const marks = {
    partyId,
    names: distinct(names),
    mails: distinct(mails.flatMap((mail) => [mail, mail.toLowerCase()])),
    phones: distinct(phones.flatMap((phone) => [phone, dialledAbroad(phone)])),
  };
  const isKnown =
    marks.partyId !== '' || [marks.names, marks.mails, marks.phones].some((some) => some.length > 0);
  if (!isKnown) throw new AppError('PERSON_UNKNOWN', 'invalid');
  return marks;
}

/** As mobiles are kept: with the country code, which somebody who types a French number leaves out. */
const dialledAbroad = (phone: string): string => {
  const digits = phone.replace(/[\s.()-]/gu, '');
  return /^0[1-9]\d{8}$/u.test(digits) ? `+33${digits.slice(1)}` : digits;
};

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter(Boolean)),
];

const parsed = (json: string): object => JSON.parse(json) as object;

async function count(records: AsyncIterable<unknown>): Promise<number> {
  let many = 0;
  for await (const _ of records) many += 1;
  return many;
}
