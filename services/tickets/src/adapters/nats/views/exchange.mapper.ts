import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { CorrespondentSchema, NoteSchema, ThreadMessageSchema, ThreadSchema } from '@intervia/contracts';
import { CorrespondentRole } from '@intervia/contracts';
import { maskLinks } from '@intervia/rules';
import type { Correspondent, Note, Thread, ThreadMessage } from '../../../domain/values/model.js';
import { toActorMessage, toDocumentMessage, toPersonMessage } from '../to-proto.js';

/** What was said around a ticket. */

export function toCorrespondentMessage({
  id,
  role,
  person,
}: Correspondent): MessageInitShape<typeof CorrespondentSchema> {
  return { id, role: CorrespondentRole[role], person: toPersonMessage(person) };
}

/** The one with the newest message first. */
export function toThreadMessages(threads: readonly Thread[]): MessageInitShape<typeof ThreadSchema>[] {
  return threads.toReversed().map(toThreadMessage);
}

function toThreadMessage(thread: Thread): MessageInitShape<typeof ThreadSchema> {
  const { id, missionId, correspondentId, subject, messages, earlier } = thread;
  return { id, missionId, correspondentId, subject, messages: messages.map(toMessageOfThread), earlier };
}

export function toMessageOfThread(message: ThreadMessage): MessageInitShape<typeof ThreadMessageSchema> {
  const { id, at, actor, received, text, documents, repaired } = message;
  return {
    id,
    at: timestampFromDate(at),
    actor: toActorMessage(actor),
    received,
    text: maskLinks(text),
    documents: documents.map(toDocumentMessage),
    ...(repaired === undefined ? {} : { repaired }),
  };
}

/** Newest first. */
export function toNoteMessages(notes: readonly Note[]): MessageInitShape<typeof NoteSchema>[] {
  return notes.toReversed().map(toNoteMessage);
}

export function toNoteMessage({
  id,
  at,
  author,
  html,
  documents,
}: Note): MessageInitShape<typeof NoteSchema> {
  return {
    id,
    at: timestampFromDate(at),
    author: toActorMessage(author),
    html,
    documents: documents.map(toDocumentMessage),
  };
}
