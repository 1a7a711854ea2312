import { strikingOut } from '@intervia/rules';
import type { PersonMarks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { appearancesOf, isTheirs } from '../../domain/opening/erasure.js';
import type { HistoryEntry } from '../../domain/history/record.js';
import { endedAt } from '../../domain/ticket/ticket.js';
import type { DocumentRef, Note, ThreadMessage } from '../../domain/values/model.js';
import { PersonTickets } from '../ports/person-tickets.js';
import { GetTicketQuery } from '../reading/get-ticket.query.js';
import type { Caller } from '../running/caller.js';
import { assertKnown } from './assert-known.js';
import { saidIn } from './said-in.js';

/** Far below what the bus carries. */
const PAGE_BYTES = 120_000;

export interface ExportedTicket {
  readonly header: object;
  readonly statements: readonly string[];
  readonly documents: readonly DocumentRef[];
  /** Undefined after the last page. */
  readonly nextOffset?: number;
}

/** What a ticket holds about somebody: who they are there, what they said, what was said of them. */
@Injectable()
export class ExportTicketOfPersonQuery {
  constructor(
    private readonly getTicket: GetTicketQuery,
    private readonly tickets: PersonTickets,
  ) {}

  /** @throws TicketNotFound */
  async execute(
    caller: Caller,
    marks: PersonMarks,
    ticketId: string,
    offset: number,
  ): Promise<ExportedTicket> {
    assertKnown(caller, marks);
    const record = await this.getTicket.execute(caller, ticketId);
    const { ticket } = record;
    const appearances = appearancesOf(marks, ticket);
    const theirs = isTheirs(marks, appearances);
    const strike = strikingOut(marks);
    const said = saidIn(record, await this.tickets.pagesOf({ agencyId: caller.agencyId, ticketId }));
    const ids = new Set(appearances.map(({ id }) => id).filter(Boolean));

    const isAbout = ({ actor, correspondentId, missionId, names, text }: HistoryEntry): boolean =>
      theirs(actor) ||
      ids.has(correspondentId ?? '') ||
      ids.has(missionId) ||
      strike(names).join() !== names.join() ||
      strike(text) !== text;
    const statements = [
      ...said.history.filter(isAbout).map(ofHistory),
      ...said.messages
        .filter(({ with: holder, message }) => ids.has(holder) || strike(message.text) !== message.text)
        .map(({ message }) => ofMessage(message)),
      ...said.notes.filter(({ html }) => strike(html) !== html).map(ofNote),
    ].map((statement) => JSON.stringify(statement));
    const { details } = ticket;
    return {
      header: {
        number: details.number,
        module: details.module,
        subject: details.subject,
        description: details.description,
        place: { label: details.place.label, address: details.place.address },
        openedAt: details.openedAt,
        endedAt: endedAt(ticket),
        appearances: appearances.map(({ role, person }) => ({ role, person })),
      },
      ...pageOf(statements, offset),
      documents: documentsOf(
        [...said.history, ...said.messages.map(({ message }) => message)].filter((one) => theirs(one.actor)),
      ),
    };
  }
}

const ofHistory = ({ at, actor, fact, text, names, documents, appointment, presence }: HistoryEntry) => ({
  kind: 'history',
  at,
  by: actor,
  fact,
  text,
  names,
  appointment,
  presence,
  documents: documents.map(({ name }) => name),
});

const ofMessage = ({ at, actor, received, text, documents }: ThreadMessage) => ({
  kind: 'message',
  at,
  by: actor,
  received,
  text,
  documents: documents.map(({ name }) => name),
});

const ofNote = ({ at, author, html }: Note) => ({ kind: 'note', at, by: author, html });

function documentsOf(said: readonly { readonly documents: readonly DocumentRef[] }[]): DocumentRef[] {
  return [...new Map(said.flatMap(({ documents }) => documents.map((ref) => [ref.id, ref]))).values()];
}

function pageOf(
  statements: readonly string[],
  offset: number,
): Pick<ExportedTicket, 'statements' | 'nextOffset'> {
  let bytes = 0;
  let end = offset;
  for (const statement of statements.slice(offset)) {
    bytes += Buffer.byteLength(statement);
    if (bytes > PAGE_BYTES && end > offset) break;
    end += 1;
  }
  return {
    statements: statements.slice(offset, end),
    ...(end < statements.length ? { nextOffset: end } : {}),
  };
}
