import { STRUCK_OUT, isPerson, strikingOut } from '@intervia/rules';
import type { PersonMarks } from '@intervia/rules';
import type { ExistingTicket } from '../ticket/ticket.js';
import type { Actor, DocumentKind, DocumentRef, Person } from '../values/model.js';

/** Code de commerce, L123-22: what books are kept from is kept for ten years. */
const KEPT_BY_LAW: ReadonlySet<DocumentKind> = new Set(['QUOTE', 'SIGNED_QUOTE', 'INVOICE']);

/** What the person is in a ticket. */
export interface Appearance {
  readonly role: 'requester' | 'contact' | 'notified' | 'contractor' | 'correspondent';
  readonly person: Person;
  /** Of a contractor its mission's, of a correspondent its own: who acts under that id is the person. */
  readonly id: string;
}

export function appearancesOf(marks: PersonMarks, { details, missions, correspondents }: ExistingTicket) {
  const { requester, contacts, notified } = details;
  const all: Appearance[] = [
    ...(requester ? [{ role: 'requester' as const, person: requester, id: requester.partyId }] : []),
    ...contacts.map((person) => ({ role: 'contact' as const, person, id: '' })),
    ...notified.map((person) => ({ role: 'notified' as const, person, id: '' })),
    ...missions.map(({ id, contractor: person }) => ({ role: 'contractor' as const, person, id })),
    ...correspondents.map(({ id, person }) => ({ role: 'correspondent' as const, person, id })),
  ];
  return all.filter(({ person }) => isPerson(marks, person));
}

/** Who speaks in a ticket under which ids. */
export function isTheirs(marks: PersonMarks, appearances: readonly Appearance[]): (actor: Actor) => boolean {
  const ids = new Set([marks.partyId, ...appearances.map(({ id }) => id)].filter(Boolean));
  return ({ kind, id }) => kind !== 'USER' && kind !== 'SYSTEM' && ids.has(id);
}

/** What somebody said or did: the shape that history, messages and notes share. */
interface Said {
  readonly actor?: Actor;
  readonly author?: Actor;
  readonly text?: string;
  readonly documents: readonly DocumentRef[];
}

/** Strikes somebody out of one ticket. */
export class Erasure {
  /** What they had sent and nobody has to keep. */
  readonly documentIds: readonly string[];
  /** Of which they are the contractor. */
  readonly missionIds: readonly string[];
  /** Quotes and invoices of theirs, which stay. */
  readonly kept: number;

  private readonly strike: <T>(value: T) => T;
  private readonly isTheirs: (actor: Actor) => boolean;
  private readonly gone: ReadonlySet<string>;

  /** @param said all that was said in the ticket, on its pages too. */
  constructor(
    marks: PersonMarks,
    private readonly ticket: ExistingTicket,
    said: readonly Said[],
  ) {
    this.strike = strikingOut(marks);
    const appearances = appearancesOf(marks, ticket);
    this.missionIds = appearances.flatMap(({ role, id }) => (role === 'contractor' ? id : []));
    this.isTheirs = isTheirs(marks, appearances);
    const kinds = new Map(ticket.documents.map(({ ref, kind }) => [ref.id, kind]));
    const theirs = new Set(
      said.filter((one) => this.saidIt(one)).flatMap(({ documents }) => documents.map(({ id }) => id)),
    );
    const isKept = (id: string) => KEPT_BY_LAW.has(kinds.get(id) ?? 'ATTACHMENT');
    this.documentIds = [...theirs].filter((id) => !isKept(id));
    this.kept = theirs.size - this.documentIds.length;
    this.gone = new Set(this.documentIds);
  }

  state(): ExistingTicket {
    const { documents, threads, notes, missions, correspondents, details, ...rest } = this.ticket;
    const theirIds = new Set(
      correspondents.filter(({ id }) => this.isTheirs(asCorrespondent(id))).map(({ id }) => id),
    );
    return {
      ...this.strike(rest),
      details: this.strike(details),
      missions: withoutComments(this.strike(missions), theirIds),
      correspondents: this.strike(correspondents),
      documents: this.strike(documents.filter(({ ref }) => !this.gone.has(ref.id))),
      threads: threads.map(({ messages, ...thread }) => ({
        ...this.strike(thread),
        messages: messages.map((message) => this.entry(message)),
      })),
      notes: notes.map((note) => this.entry(note)),
    };
  }

  /** What they said goes, who says it is no more named, and nobody else names them. */
  entry<T extends Said>(entry: T): T {
    const isTheirs = this.saidIt(entry);
    const { actor, text } = entry;
    return this.strike({
      ...entry,
      documents: entry.documents.filter(({ id }) => !this.gone.has(id)),
      ...(isTheirs && text ? { text: STRUCK_OUT } : {}),
      ...(isTheirs && actor ? { actor: { kind: actor.kind, id: actor.id, name: STRUCK_OUT } } : {}),
    });
  }

  private saidIt({ actor, author }: Said): boolean {
    const who = actor ?? author;
    return who !== undefined && this.isTheirs(who);
  }
}

/** What they answered stays, why they did goes: of the quotes that stand and of those before. */
function withoutComments<T>(value: T, theirIds: ReadonlySet<string>): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutComments(item, theirIds)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const { correspondentId, comment } = value as { correspondentId?: string; comment?: string };
  const fields = Object.entries(value).map(([key, field]) => [
    key,
    withoutComments(field as unknown, theirIds),
  ]);
  const isTheirs = correspondentId !== undefined && theirIds.has(correspondentId);
  return { ...Object.fromEntries(fields), ...(isTheirs && comment ? { comment: STRUCK_OUT } : {}) } as T;
}

const asCorrespondent = (id: string): Actor => ({ kind: 'THIRD_PARTY', id, name: '' });
