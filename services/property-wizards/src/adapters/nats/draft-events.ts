import { create } from '@bufbuild/protobuf';
import type { DescMessage, Message } from '@bufbuild/protobuf';
import { DraftDeletedSchema, DraftStepValidatedSchema, FilesMadeSchema } from '@intervia/contracts/property';
import type { OutgoingEvent } from '@intervia/messaging';
import { randomUUID } from 'node:crypto';
import type { DraftFact } from '../../application/ports/drafts.js';
import type { Draft } from '../../domain/drafts/draft.js';
import * as codes from './codes.js';
import { filesOf } from './draft.mapper.js';

export const draftEvents = (draft: Draft, facts: readonly DraftFact[], at: Date): OutgoingEvent[] =>
  facts.map((fact) => {
    const [schema, message] = messageOf(draft, fact);
    return {
      id: randomUUID(),
      agencyId: draft.agencyId,
      aggregateId: draft.id,
      occurredAt: at,
      schema,
      message,
    };
  });

function messageOf({ id, wizard, version }: Draft, fact: DraftFact): [DescMessage, Message] {
  const of = { draftId: id, wizard: codes.wizard.write(wizard), by: fact.by };
  switch (fact.type) {
    case 'STEP_VALIDATED':
      return [
        DraftStepValidatedSchema,
        create(DraftStepValidatedSchema, {
          ...of,
          step: codes.step.write(fact.step),
          itemId: fact.itemId,
          version,
        }),
      ];
    case 'DELETED':
      return [DraftDeletedSchema, create(DraftDeletedSchema, of)];
    case 'FILES_MADE': {
      const { commandId, mandateNumber } = fact;
      return [
        FilesMadeSchema,
        create(FilesMadeSchema, { ...of, commandId, mandateNumber, files: filesOf(fact) }),
      ];
    }
  }
}
