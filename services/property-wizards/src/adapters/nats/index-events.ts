import { create } from '@bufbuild/protobuf';
import { IndexQuarterAddedSchema } from '@intervia/contracts/property';
import type { OutgoingEvent } from '@intervia/messaging';
import { randomUUID } from 'node:crypto';
import type { AddedQuarter } from '../../domain/irl/added.js';
import { keyOf } from '../../domain/irl/series.js';

export function quarterEvent(agencyId: string, added: AddedQuarter, at: Date): OutgoingEvent {
  const { index, territory, quarter, value } = added;
  return {
    id: randomUUID(),
    agencyId,
    aggregateId: keyOf(added),
    occurredAt: at,
    schema: IndexQuarterAddedSchema,
    message: create(IndexQuarterAddedSchema, { index, territory, quarter, value }),
  };
}
