import type { LivedStep as LivedStepMessage, TicketLife as TicketLifeMessage } from '@intervia/contracts';
import { ActorKind, CorrespondentRole } from '@intervia/contracts';
import type { TicketLife } from '../../application/opening/import-lives.handler.js';
import type { LivedCommand, LivedStep } from '../../application/opening/lived-step.js';
import { InvalidCommand } from '../../domain/values/errors.js';
import { nameOf, toDate, toDocuments, toDraft, toPerson } from './from-proto.js';
import { toMessageContent, toPreTicketRequest } from './requests.from-proto.js';
import { STEP_NAMES, toStep } from './steps.from-proto.js';

export function toTicketLife({ externalId, steps }: TicketLifeMessage): TicketLife {
  return { externalId, steps: steps.map(toLivedStep) };
}

function toLivedStep({ at, actor, said }: LivedStepMessage): LivedStep {
  const moment = toDate(at);
  const kind = nameOf(ActorKind, actor?.kind ?? 0);
  if (!moment) throw new InvalidCommand([{ field: 'steps.at', code: 'REQUIRED' }]);
  if (!kind) throw new InvalidCommand([{ field: 'steps.actor.kind', code: 'REQUIRED' }]);
  const { id = '', name = '' } = actor ?? {};
  return { at: moment, actor: { kind, id, name }, said: toLivedCommand(said) };
}

function toLivedCommand(said: LivedStepMessage['said']): LivedCommand {
  switch (said.case) {
    case undefined:
      throw new InvalidCommand([{ field: 'steps.said', code: 'REQUIRED' }]);
    case 'openTicket':
      return { type: 'OpenTicket', draft: toDraft(said.value.draft) };
    case 'requestTicket':
      return { type: 'RequestTicket', request: toPreTicketRequest(said.value) };
    case 'validatePreTicket':
      return { type: 'ValidatePreTicket', draft: toDraft(said.value.draft) };
    case 'cancelPreTicket':
      return { type: 'CancelPreTicket', reason: said.value.reason };
    case 'requestApproval': {
      const { missionId, correspondentId, role, approver, informed, comment } = said.value;
      return {
        type: 'RequestApproval',
        missionId,
        correspondentId,
        role: nameOf(CorrespondentRole, role),
        approver: approver && toPerson(approver),
        informed: informed.map(toPerson),
        comment,
      };
    }
    case 'contactAnotherContractor': {
      const { contractor, replacedMissionId } = said.value;
      return {
        type: 'ContactAnotherContractor',
        contractor: contractor && toPerson(contractor),
        replacedMissionId,
      };
    }
    case 'postMessage':
      return { type: 'PostMessage', ...toMessageContent(said.value) };
    case 'addNote':
      return { type: 'AddNote', html: said.value.html, documents: toDocuments(said.value.documents) };
    case 'closeTicket':
      return { type: 'CloseTicket', comment: said.value.comment };
    default: {
      const type = STEP_NAMES.find((name) => uncapitalized(name) === said.case);
      if (!type) throw new InvalidCommand([{ field: 'steps.said', code: 'MALFORMED' }]);
      return { ...toStep(type, said.value as never), missionId: said.value.missionId };
    }
  }
}

const uncapitalized = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
