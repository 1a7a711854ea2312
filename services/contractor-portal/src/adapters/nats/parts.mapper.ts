import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type {
  DocumentRef,
  Person,
  Place as PlaceMessage,
  Thread as ThreadView,
  UserRef,
} from '@intervia/contracts';
import type { Document } from '../../domain/answer.js';
import type { Contact, Manager, Place, Thread } from '../../application/ports/ticket-desk.js';

/** What the views of both kinds of holders have in common. */

export function toDocument({ id, name, mediaType, size, sha256 }: DocumentRef): Document {
  return { id, name, mediaType, size, sha256 };
}

export function toPlace(place: PlaceMessage | undefined): Place {
  return {
    label: place?.label ?? '',
    address: place?.address ?? '',
    reference: place?.reference ?? '',
    digicode: place?.digicode ?? '',
  };
}

export function toManager(user: UserRef | undefined): Manager {
  return { name: user?.name ?? '', mail: user?.mail ?? '', phone: user?.phone ?? '' };
}

export function toContact({ name, phone, reach, comment }: Person): Contact {
  const phones = [...new Set([phone, ...(reach?.mobiles ?? [])].filter((number) => number !== ''))];
  return { name, phones, comment };
}

export function toThread({ id, subject, messages }: ThreadView): Thread {
  return {
    id,
    subject,
    messages: messages.flatMap(({ at, received, actor, text, documents }) =>
      at
        ? [
            {
              at: timestampDate(at),
              mine: received,
              author: actor?.name ?? '',
              text,
              documents: documents.map(toDocument),
            },
          ]
        : [],
    ),
  };
}

export function openedOf({ openedAt }: { openedAt?: Timestamp }): { openedAt?: Date } {
  return openedAt ? { openedAt: timestampDate(openedAt) } : {};
}
