import { create } from '@bufbuild/protobuf';
import type { DescMessage, Message } from '@bufbuild/protobuf';
import {
  DraftDeletedSchema,
  DraftEnteredSchema,
  DraftLeftSchema,
  DraftStepValidatedSchema,
  FilesMadeSchema,
} from '@intervia/contracts/property';
import type { OutgoingEvent } from '@intervia/messaging';
import { randomUUID } from 'node:crypto';
import type { DraftFact } from '../../application/ports/drafts.js';
import type { Draft } from '../../domain/drafts/draft.js';
import * as codes from './codes.js';
import { filesOf } from './draft.mapper.js';

type Told = Pick<Draft, 'id' | 'agencyId' | 'wizard' | 'version'>;

export const draftEvents = (draft: Told, facts: readonly DraftFact[], at: Date): OutgoingEvent[] =>
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

function messageOf({ id, wizard, version }: Told, fact: DraftFact): [DescMessage, Message] {
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
    case 'ENTERED':
      return [DraftEnteredSchema, create(DraftEnteredSchema, of)];
    case 'LEFT':
      return [DraftLeftSchema, create(DraftLeftSchema, of)];
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
