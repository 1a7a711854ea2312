import type { Command } from '../../domain/ticket/commands.js';
import type { TicketDraft } from '../../domain/ticket/draft.js';
import { quoteOf } from '../../domain/mission/mission.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';
import { InvalidTicket } from '../../domain/values/errors.js';
import type { Actor, Module } from '../../domain/values/model.js';
import type {
  AddNote,
  CancelPreTicket,
  CloseTicket,
  ContactAnotherContractor,
  PostMessage,
  PreTicketRequest,
} from '../../domain/ticket/ticket-commands.js';
import type { StepContents } from '../../domain/mission/steps.js';
import type { RichText } from '../ports/rich-text.js';
import type { Ids } from '../ports/ids.js';
import type { Content } from '../running/command-runner.js';
import { withIds } from '../steps/take-step.handler.js';
import type { TakenStep } from '../steps/take-step.handler.js';

/** What somebody did then; missions and threads are named by their place on the ticket, from "1". */
export type LivedCommand =
  | { readonly type: 'OpenTicket'; readonly draft: TicketDraft }
  | { readonly type: 'RequestTicket'; readonly request: PreTicketRequest }
  | { readonly type: 'ValidatePreTicket'; readonly draft: TicketDraft }
  | ({ readonly type: 'CancelPreTicket' } & Content<CancelPreTicket>)
  | ({ readonly type: 'RequestApproval'; readonly missionId: string } & Omit<
      StepContents['RequestApproval'],
      'newCorrespondentId'
    >)
  | ({ readonly type: 'ContactAnotherContractor' } & Omit<Content<ContactAnotherContractor>, 'newMissionId'>)
  | ({ readonly type: 'PostMessage' } & Omit<PostMessage, 'type' | 'actor' | 'now' | 'ids'>)
  | ({ readonly type: 'AddNote' } & Pick<AddNote, 'html' | 'documents'>)
  | ({ readonly type: 'CloseTicket' } & Content<CloseTicket>)
  | { readonly type: 'TakeStep'; readonly missionId: string; readonly step: TakenStep };

export interface LivedStep {
  readonly at: Date;
  readonly actor: Actor;
  readonly said: LivedCommand;
}

export interface LivedIn {
  readonly identity: { readonly id: string; readonly agencyId: string; readonly number: number };
  readonly settings: Readonly<Record<Module, ModuleSettings>>;
  readonly ids: Ids;
  readonly richText: RichText;
}

/** The domain's command, of the ticket as it was then. */
export function toCommand(step: LivedStep, ticket: ExistingTicket | undefined, life: LivedIn): Command {
  const { at: now, said } = step;
  return ticket ? onTicket(said, ticket, { now, actor: actorOf(step, ticket) }, life) : first(step, life);
}

function first({ at: now, actor, said }: LivedStep, { identity, settings, ids }: LivedIn): Command {
  if (said.type === 'OpenTicket') {
    const missionIds = said.draft.contractors.map(() => ids.next());
    const own = settings[moduleOf(said.draft)];
    return { ...said, actor, now, identity: { ...identity, missionIds }, settings: own };
  }
  if (said.type !== 'RequestTicket') throw new InvalidTicket([{ field: 'steps.0', code: 'MALFORMED' }]);
  const own = settings[moduleOf(said.request)];
  return { type: 'ReceivePreTicket', actor, now, identity, request: said.request, settings: own };
}

function onTicket(
  said: LivedCommand,
  ticket: ExistingTicket,
  asked: { readonly actor: Actor; readonly now: Date },
  { settings, ids, richText }: LivedIn,
): Command {
  switch (said.type) {
    case 'OpenTicket':
    case 'RequestTicket':
      throw new InvalidTicket([{ field: 'steps', code: 'MALFORMED' }]);
    case 'ValidatePreTicket': {
      const missionIds = said.draft.contractors.map(() => ids.next());
      return { ...said, ...asked, missionIds, settings: settings[moduleOf(said.draft)] };
    }
    case 'AddNote': {
      const { html, documents } = said;
      return { type: 'AddNote', ...asked, noteId: ids.next(), ...richText.clean(html), documents };
    }
    case 'PostMessage': {
      const made = { thread: ids.next(), message: ids.next(), correspondent: ids.next() };
      const threadId = said.threadId && numbered(ticket.threads, said.threadId);
      const missionId = said.missionId && numbered(ticket.missions, said.missionId);
      return { ...said, ...asked, missionId, threadId, ids: made };
    }
    case 'RequestApproval': {
      const missionId = numbered(ticket.missions, said.missionId);
      return { ...said, ...asked, missionId, newCorrespondentId: ids.next() };
    }
    case 'ContactAnotherContractor': {
      const replacedMissionId = said.replacedMissionId && numbered(ticket.missions, said.replacedMissionId);
      return { ...said, ...asked, replacedMissionId, newMissionId: ids.next() };
    }
    case 'CancelPreTicket':
    case 'CloseTicket':
      return { ...said, ...asked };
    case 'TakeStep':
      return { ...withIds(said.step, ids), ...asked, missionId: numbered(ticket.missions, said.missionId) };
  }
}

function actorOf({ actor, said }: LivedStep, ticket: ExistingTicket): Actor {
  if (actor.kind === 'CONTRACTOR') return { ...actor, id: numbered(ticket.missions, actor.id) };
  if (said.type !== 'TakeStep' || said.step.type !== 'AnswerApproval' || actor.kind === 'USER') return actor;
  const mission = ticket.missions[Number(said.missionId) - 1];
  const approval = mission && quoteOf(mission)?.approval;
  return { ...actor, id: approval?.correspondentId ?? '' };
}

function numbered(among: readonly { readonly id: string }[], place: string): string {
  const found = among[Number(place) - 1];
  if (!found) throw new InvalidTicket([{ field: 'place', code: 'MALFORMED' }]);
  return found.id;
}

function moduleOf({ module }: { readonly module?: Module }): Module {
  if (!module) throw new InvalidTicket([{ field: 'module', code: 'REQUIRED' }]);
  return module;
}
