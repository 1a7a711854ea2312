/**
 * A register is a log that only grows: entries, numbered without a gap, and annotations of them. Each record carries
 * the hash of the one before, so that a change, a gap or a double shows (décret 72-678, art. 65).
 */

export interface EntryContent {
  /** Date of the mandate, YYYY-MM-DD. */
  readonly on: string;
  readonly mandantName: string;
  readonly mandantAddress: string;
  readonly nature: string;
  readonly places: readonly string[];
  readonly remarks: string;
  readonly mandateId: string;
}

export type AnnotationKind = 'ENDING' | 'AMENDMENT';

export interface AnnotationContent {
  readonly kind: AnnotationKind;
  readonly on: string;
  readonly text: string;
}

interface Common {
  /** Place in the log, from 1. */
  readonly seq: number;
  /** Of the entry, or of the one that is annotated. */
  readonly number: number;
  readonly at: Date;
  readonly by: string;
  /** By which it is known again when it is asked for twice. */
  readonly commandId: string;
  readonly previous: string;
  readonly hash: string;
}

export type Entry = Common & { readonly type: 'ENTRY'; readonly content: EntryContent };
export type Annotation = Common & { readonly type: 'ANNOTATION'; readonly content: AnnotationContent };
export type RegisterRecord = Entry | Annotation;

/** What is written next: place, number and hashes are found out in the write. */
export type Addition = {
  readonly by: string;
  readonly at: Date;
  readonly commandId: string;
} & (
  | {
      readonly type: 'ENTRY';
      readonly content: EntryContent;
      /** The last number of the register on paper or in LSC, that a register without an entry goes on from. */
      readonly startAfter?: number;
    }
  | { readonly type: 'ANNOTATION'; readonly number: number; readonly content: AnnotationContent }
);

/** Where a log ends. */
export interface Head {
  readonly seq: number;
  /** The last number given. */
  readonly number: number;
  readonly hash: string;
  readonly at: Date;
}

export const EMPTY_HEAD: Head = { seq: 0, number: 0, hash: '', at: new Date(0) };

export type Hash = (text: string) => string;

/** The text that is hashed: every field, in an order that never changes. */
export function canonical(record: Omit<RegisterRecord, 'hash'>): string {
  const { seq, number, at, by, commandId, previous, type, content } = record;
  const sorted = Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([previous, seq, type, number, at.toISOString(), by, commandId, sorted]);
}

/** An addition as it stands after the head, and the head that follows. */
export function append(head: Head, addition: Addition, hash: Hash): [RegisterRecord, Head] {
  const seq = head.seq + 1;
  const last = addition.type === 'ENTRY' && head.seq === 0 ? (addition.startAfter ?? 0) : head.number;
  const number = addition.type === 'ENTRY' ? last + 1 : addition.number;
  // Replicas' clocks differ by a little; a register's times never go back.
  const at = addition.at < head.at ? head.at : addition.at;
  const { type, content, by, commandId } = addition;
  const bare = { type, content, by, commandId, seq, number, at, previous: head.hash } as Omit<
    RegisterRecord,
    'hash'
  >;
  const record = { ...bare, hash: hash(canonical(bare)) } as RegisterRecord;
  return [record, { seq, number: Math.max(head.number, number), hash: record.hash, at }];
}
