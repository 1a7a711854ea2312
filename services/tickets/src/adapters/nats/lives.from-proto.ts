import type { LivedStep as LivedStepMessage, TicketLife as TicketLifeMessage } from '@intervia/contracts';
import { ActorKind, CorrespondentRole } from '@intervia/contracts';
import type { TicketLife } from '../../application/opening/import-lives.handler.js';
import type { LivedCommand, LivedStep } from '../../application/opening/lived-step.js';
import { InvalidCommand } from '../../domain/values/errors.js';
import { nameOf, toDate, toDocuments, toDraft, toPerson } from './from-proto.js';
import { toMessageContent, toPreTicketRequest } from './requests.from-proto.js';
import { STEP_NAMES, toStep } from './steps.from-proto.js';
import type { StepName } from './steps.from-proto.js';

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

type Said = LivedStepMessage['said'];
type ValueOf<C extends NonNullable<Said['case']>> = Extract<Said, { case: C }>['value'];
type OtherCase = Exclude<NonNullable<Said['case']>, Uncapitalize<StepName>>;

/** What is not a mission's step. */
const OTHERS: { readonly [C in OtherCase]: (value: ValueOf<C>) => LivedCommand } = {
  openTicket: ({ draft }) => ({ type: 'OpenTicket', draft: toDraft(draft) }),
  requestTicket: (request) => ({ type: 'RequestTicket', request: toPreTicketRequest(request) }),
  validatePreTicket: ({ draft }) => ({ type: 'ValidatePreTicket', draft: toDraft(draft) }),
  cancelPreTicket: ({ reason }) => ({ type: 'CancelPreTicket', reason }),
  requestApproval: ({ missionId, correspondentId, role, approver, informed, comment }) => ({
    type: 'RequestApproval',
    missionId,
    correspondentId,
    role: nameOf(CorrespondentRole, role),
    approver: approver && toPerson(approver),
    informed: informed.map(toPerson),
    comment,
  }),
  contactAnotherContractor: ({ contractor, replacedMissionId }) => ({
    type: 'ContactAnotherContractor',
    contractor: contractor && toPerson(contractor),
    replacedMissionId,
  }),
  postMessage: (request) => ({ type: 'PostMessage', ...toMessageContent(request) }),
  addNote: ({ html, documents }) => ({ type: 'AddNote', html, documents: toDocuments(documents) }),
  closeTicket: ({ comment }) => ({ type: 'CloseTicket', comment }),
};

function toLivedCommand({ case: name, value }: Said): LivedCommand {
  const step = STEP_NAMES.find((one) => uncapitalized(one) === name);
  // Name and value come from one field of the message.
  if (step) {
    const { missionId } = value as { missionId: string };
    return { type: 'TakeStep', missionId, step: toStep(step, value as never) };
  }
  const read = OTHERS[name as OtherCase] as ((value: unknown) => LivedCommand) | undefined;
  if (!read) throw new InvalidCommand([{ field: 'steps.said', code: 'REQUIRED' }]);
  return read(value);
}

const uncapitalized = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
