import { create } from '@bufbuild/protobuf';
import { RegisterEntryAnnotatedSchema, RegisterEntryMadeSchema } from '@intervia/contracts/property';
import type { OutgoingEvent } from '@intervia/messaging';
import { randomUUID } from 'node:crypto';
import type { RegisterId } from '../../application/ports/register-book.js';
import type { RegisterRecord } from '../../domain/register/record.js';
import { toAnnotation, toEntry } from './register.mapper.js';

/** The register is the aggregate: its records are published in their order. */
export function registerEvent({ agencyId, key }: RegisterId, record: RegisterRecord): OutgoingEvent {
  const [cardId = ''] = key.split('/');
  const envelope = { id: randomUUID(), agencyId, aggregateId: key, occurredAt: record.at };
  if (record.type === 'ENTRY') {
    const message = create(RegisterEntryMadeSchema, {
      cardId,
      entry: toEntry({ entry: record, annotations: [] }),
    });
    return { ...envelope, schema: RegisterEntryMadeSchema, message };
  }
  const annotation = toAnnotation(record);
  const message = create(RegisterEntryAnnotatedSchema, { cardId, number: record.number, annotation });
  return { ...envelope, schema: RegisterEntryAnnotatedSchema, message };
}
