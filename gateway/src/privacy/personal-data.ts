import type { DocumentRef, PersonMarks, TicketOfPerson } from '@intervia/contracts';
import {
  CafPrivacyService,
  DirectoryPrivacyService,
  JestimoPrivacyService,
  NotificationsPrivacyService,
  TicketsPrivacyService,
} from '@intervia/contracts';
import { PropertyPrivacyService } from '@intervia/contracts/property';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { CommandKey } from '../http/idempotency.js';
import { callerOf, commandOf } from '../session/caller.js';
import type { SignedIn } from '../session/sessions.js';
import type { ErasedDto, HeldDto, SoughtPersonDto } from './privacy.dto.js';

export interface Marks extends Pick<PersonMarks, 'partyId' | 'names' | 'mails' | 'phones'> {
  /** A user of the agency: an id of its own kind, and no party's. */
  readonly userId: string;
}

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
  private readonly property: ServiceClient<typeof PropertyPrivacyService>;
  private readonly caf: ServiceClient<typeof CafPrivacyService>;
  private readonly jestimo: ServiceClient<typeof JestimoPrivacyService>;

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryPrivacyService);
    this.tickets = bus.service(TicketsPrivacyService);
    this.notifications = bus.service(NotificationsPrivacyService);
    this.property = bus.service(PropertyPrivacyService);
    this.caf = bus.service(CafPrivacyService);
    this.jestimo = bus.service(JestimoPrivacyService);
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
      property: await count(this.propertyOf(me, person)),
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
    const caller = callerOf(me);
    yield* pages((cursor) => this.notifications.exportMessagesOfPerson({ caller, person, cursor }));
  }

  /** Of the directory: nothing of somebody who was typed in. */
  async *recordsOf(me: SignedIn, { partyId, userId }: Marks): AsyncGenerator<object> {
    if (!partyId && !userId) return;
    const sought = { caller: callerOf(me), partyId: partyId || userId, staff: userId !== '' };
    let offset = 0;
    do {
      const page = await this.directory.exportPerson({ ...sought, offset });
      yield* page.recordsJson.map(parsed);
      offset = page.nextOffset;
    } while (offset > 0);
  }

  /** Drafts of the wizards, the mandate register, and what was exchanged with caisses. */
  async *propertyOf(me: SignedIn, person: Marks): AsyncGenerator<object> {
    const caller = callerOf(me);
    yield* pages((cursor) => this.property.exportPersonFromProperty({ caller, person, cursor }));
    const leaseIds = await this.leasesOf(me, person);
    if (leaseIds.length === 0) return;
    yield* pages((cursor) => this.caf.exportPersonFromCaf({ caller, person, leaseIds, cursor }));
  }

  /**
   * The same again ends what a crash left: the marks are known until the directory's record goes, last.
   * @throws PERSON_IN_OPEN_TICKET, PERSON_IN_SERVICE before anything is changed
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
    // Whether staff may go is the directory's to say, so it is asked first.
    const staff = person.userId ? await this.eraseStaff(me, person.userId) : undefined;
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
    const { drafts, registerEntriesKept } = await this.property.erasePersonFromProperty({ caller, person });
    const { records: cafRecords, recordsKept: cafRecordsKept } = await this.eraseFromCaf(me, person);
    const { traces, recordErased } =
      staff ??
      (person.partyId
        ? await this.directory.erasePersonFromDirectory({ caller, partyId: person.partyId })
        : { traces: 0, recordErased: true });
    return {
      ...erased,
      ...{ drafts, registerEntriesKept, cafRecords, cafRecordsKept },
      ...{ traces, recordErased },
    };
  }

  private async eraseStaff(me: SignedIn, userId: string): Promise<{ traces: number; recordErased: boolean }> {
    const caller = callerOf(me);
    const erased = await this.directory.erasePersonFromDirectory({ caller, partyId: userId, staff: true });
    await this.jestimo.eraseUserFromJestimo({ caller, userId });
    return erased;
  }

  private async eraseFromCaf(me: SignedIn, person: Marks): Promise<{ records: number; recordsKept: number }> {
    const leaseIds = await this.leasesOf(me, person);
    if (leaseIds.length === 0) return { records: 0, recordsKept: 0 };
    return this.caf.erasePersonFromCaf({ caller: callerOf(me), person, leaseIds });
  }

  /** By which the caisses know them: nothing there bears the id of a person. */
  private async leasesOf(me: SignedIn, person: Marks): Promise<string[]> {
    const leaseIds: string[] = [];
    for await (const record of this.recordsOf(me, person)) {
      const { kind, id } = record as { kind?: string; id?: string };
      if (kind === 'lease' && id) leaseIds.push(id);
    }
    return leaseIds;
  }
}

/** As typed, and as services keep them. @throws PERSON_UNKNOWN */
export function marksOf(sought: SoughtPersonDto): Marks {
  const { partyId = '', userId = '', names = [], mails = [], phones = [] } = sought;
  const marks = {
    partyId,
    userId,
    names: distinct(names),
    mails: distinct(mails.flatMap((mail) => [mail, mail.toLowerCase()])),
    phones: distinct(phones.flatMap((phone) => [phone, dialledAbroad(phone)])),
  };
  const isKnown =
    marks.partyId !== '' ||
    marks.userId !== '' ||
    [marks.names, marks.mails, marks.phones].some((some) => some.length > 0);
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

async function* pages(
  page: (cursor: string) => Promise<{ recordsJson: string[]; nextCursor: string }>,
): AsyncGenerator<object> {
  let cursor = '';
  do {
    const { recordsJson, nextCursor } = await page(cursor);
    yield* recordsJson.map(parsed);
    cursor = nextCursor;
  } while (cursor);
}

const parsed = (json: string): object => JSON.parse(json) as object;

async function count(records: AsyncIterable<unknown>): Promise<number> {
  let many = 0;
  for await (const _ of records) many += 1;
  return many;
}
