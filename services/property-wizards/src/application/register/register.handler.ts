import { AppError } from '@intervia/rules';
import { Clock } from '@intervia/clock';
import { fieldDate } from '@intervia/french';
import { FileStore } from '@intervia/files';
import type { StoredFile } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import { registerKey } from '../../domain/drafts/known.js';
import type { Card, Mention } from '../../domain/drafts/known.js';
import { assertAnnotation, assertEntry } from '../../domain/register/check.js';
import type { Annotation, AnnotationContent, EntryContent } from '../../domain/register/record.js';
import { Verifier } from '../../domain/register/verify.js';
import type { RegisterFault } from '../../domain/register/verify.js';
import { ReadKnown } from '../drafts/read-known.js';
import { Identifiers } from '../ports/identifiers.js';
import type { Actor } from '../ports/property-files.js';
import { RegisterBook } from '../ports/register-book.js';
import type { RegisterId } from '../ports/register-book.js';
import { RegisterPrinter } from '../ports/register-printer.js';
import type { ExportFormat, PrintedEntry } from '../ports/register-printer.js';

export interface RegisterRow {
  readonly card: Card;
  readonly mention: Mention;
  readonly entries: number;
  /** What the next entry gets. */
  readonly next: number;
}

export interface Verification {
  readonly entries: number;
  readonly annotations: number;
  readonly faults: readonly RegisterFault[];
  readonly head: string;
  readonly verifiedAt: Date;
}

export interface EntryPageWithNotes {
  readonly entries: readonly PrintedEntry[];
  readonly nextBefore: number;
}

const MOST_BYTES = 100 * 1024 * 1024;
const PRINT_PAGE = 100;

@Injectable()
export class RegisterHandler {
  constructor(
    private readonly book: RegisterBook,
    private readonly settings: ReadKnown,
    private readonly ids: Identifiers,
    private readonly printer: RegisterPrinter,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  async list(agencyId: string): Promise<RegisterRow[]> {
    const { cards } = await this.settings.settingsOf(agencyId);
    const all = cards.flatMap((card) => card.mentions.map((mention) => ({ card, mention })));
    return Promise.all(
      all.map(async ({ card, mention }) => {
        const head = await this.book.head({ agencyId, key: registerKey(card.id, mention) });
        const next = mention === 'G' ? await this.settings.nextNumber(agencyId, card.id) : head.number + 1;
        const entries = await this.book.count({ agencyId, key: registerKey(card.id, mention) });
        return { card, mention, entries, next };
      }),
    );
  }

  async entries(
    agencyId: string,
    cardId: string,
    mention: Mention,
    before: number,
    limit: number,
  ): Promise<EntryPageWithNotes> {
    const id = { agencyId, key: registerKey(cardId, mention) };
    const { entries, nextBefore } = await this.book.page(id, before, limit);
    const notes = await this.book.annotations(
      id,
      entries.map(({ number }) => number),
    );
    return { entries: entries.map((entry) => ({ entry, annotations: of(notes, entry.number) })), nextBefore };
  }

  /** A decision that entrusts a syndicate of co-owners. @throws AppError CARD_NOT_FOUND, INVALID_REQUEST */
  async enterDecision(
    actor: Actor,
    commandId: string,
    where: { cardId: string; mention: Mention },
    content: EntryContent,
  ): Promise<PrintedEntry> {
    const id = await this.idOf(actor.agencyId, where.cardId, where.mention);
    assertEntry(content, this.today());
    const at = this.clock.now();
    const record = await this.book.append(id, { type: 'ENTRY', content, by: actor.userName, at, commandId });
    return this.printed(id, record.number);
  }

  /** @throws AppError ENTRY_NOT_FOUND, ENTRY_ALREADY_ENDED, DATE_BEFORE_ENTRY, INVALID_REQUEST */
  async annotate(
    actor: Actor,
    commandId: string,
    where: { cardId: string; mention: Mention; number: number },
    content: AnnotationContent,
  ): Promise<PrintedEntry> {
    const { number } = where;
    const id = { agencyId: actor.agencyId, key: registerKey(where.cardId, where.mention) };
    const { entry, annotations } = await this.printed(id, number);
    // A repetition is no second ending.
    const others = annotations.filter((one) => one.commandId !== commandId);
    assertAnnotation(entry, others, content, this.today());
    const at = this.clock.now();
    await this.book.append(id, { type: 'ANNOTATION', number, content, by: actor.userName, at, commandId });
    return this.printed(id, number);
  }

  async verify(agencyId: string, cardId: string, mention: Mention): Promise<Verification> {
    const id = { agencyId, key: registerKey(cardId, mention) };
    // Before the log: what is written meanwhile is read, or not missed.
    const reached = await this.book.reached(id);
    const verifier = new Verifier((text) => this.ids.hash(text));
    for await (const record of this.book.records(id)) verifier.read(record);
    const { hash } = verifier.end(reached);
    const { entries, annotations, faults } = verifier;
    return { entries, annotations, faults, head: hash, verifiedAt: this.clock.now() };
  }

  /** @throws AppError CARD_NOT_FOUND */
  async export(
    agencyId: string,
    cardId: string,
    mention: Mention,
    format: ExportFormat,
  ): Promise<StoredFile> {
    const id = await this.idOf(agencyId, cardId, mention);
    const { cards } = await this.settings.settingsOf(agencyId);
    const card = cards.find((one) => one.id === cardId);
    const register = {
      cardNumber: card?.number ?? '',
      holder: card?.holder ?? '',
      mention,
      printedAt: this.clock.now(),
    };
    const content = this.printer.print(register, this.all(id), format);
    const accept = format === 'PDF' ? ['application/pdf'] : ['text/csv', 'text/plain'];
    return this.store.put(agencyId, this.printer.fileName(register, format), content, {
      maxBytes: MOST_BYTES,
      accept,
    });
  }

  /** Oldest first, as the paper has it. */
  private async *all(id: RegisterId): AsyncIterable<PrintedEntry> {
    const { number: last } = await this.book.head(id);
    for (let start = 1; start <= last; start += PRINT_PAGE) {
      const { entries } = await this.book.page(id, Math.min(start + PRINT_PAGE, last + 1), PRINT_PAGE);
      const numbers = entries.map(({ number }) => number).filter((number) => number >= start);
      const notes = await this.book.annotations(id, numbers);
      const rising = [...entries].filter(({ number }) => number >= start).reverse();
      for (const entry of rising) yield { entry, annotations: of(notes, entry.number) };
    }
  }

  private async printed(id: RegisterId, number: number): Promise<PrintedEntry> {
    const entry = await this.book.entry(id, number);
    if (!entry) throw new AppError('ENTRY_NOT_FOUND', 'not-found');
    return { entry, annotations: await this.book.annotations(id, [number]) };
  }

  private async idOf(agencyId: string, cardId: string, mention: Mention): Promise<RegisterId> {
    const { cards } = await this.settings.settingsOf(agencyId);
    const card = cards.find(({ id, mentions }) => id === cardId && mentions.includes(mention));
    if (!card) throw new AppError('CARD_NOT_FOUND', 'not-found');
    return { agencyId, key: registerKey(cardId, mention) };
  }

  private today(): string {
    return fieldDate(this.clock.now());
  }
}

const of = (notes: readonly Annotation[], number: number): Annotation[] =>
  notes.filter((one) => one.number === number);
