import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { CorrespondentSchema, NoteSchema, ThreadSchema } from '@intervia/contracts';
import { CorrespondentRole } from '@intervia/contracts';
import type { Correspondent, Note, Thread } from '../../../domain/values/model.js';
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
  const { id, missionId, correspondentId, subject, messages } = thread;
  return {
    id,
    missionId,
    correspondentId,
    subject,
    messages: messages.map((message) => ({
      id: message.id,
      at: timestampFromDate(message.at),
      actor: toActorMessage(message.actor),
      received: message.received,
      text: message.text,
      documents: message.documents.map(toDocumentMessage),
    })),
  };
}

/** Newest first. */
export function toNoteMessages(notes: readonly Note[]): MessageInitShape<typeof NoteSchema>[] {
  return notes.toReversed().map(({ id, at, author, html, documents }) => ({
    id,
    at: timestampFromDate(at),
    author: toActorMessage(author),
    html,
    documents: documents.map(toDocumentMessage),
  }));
}
