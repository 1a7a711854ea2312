import type { ImportTicket, OpenTicket } from '../ticket/commands.js';
import { detailsOf } from '../ticket/details.js';
import { checkDraft, checkImportedDraft } from '../ticket/draft.js';
import type { CompleteDraft, TicketDraft } from '../ticket/draft.js';
import { ActionNotAllowed, ActorNotAllowed, InvalidTicket } from '../values/errors.js';
import type { FieldError } from '@intervia/rules';
import type { RecordedEvent, TicketEvent } from '../ticket/events.js';
import type { Actor } from '../values/model.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import type { Ticket } from '../ticket/ticket.js';

/** Asked before a number is taken, so that a refused draft leaves no gap. */
export function assertMayOpen(actor: Actor, draft: TicketDraft): asserts draft is CompleteDraft {
  if (actor.kind !== 'USER') throw new ActorNotAllowed('OpenTicket');
  assertComplete(draft, checkDraft(draft));
}

export function openTicket(command: OpenTicket, ticket: Ticket): readonly TicketEvent[] {
  const { actor, now, draft, identity, settings } = command;
  assertNew(ticket, 'OpenTicket');
  assertMayOpen(actor, draft);
  return [
    {
      type: 'TicketOpened',
      at: now,
      actor,
      details: detailsOf(draft, identity, actor, now, settings),
      attachments: draft.attachments,
    },
    ...firstRequests(draft, identity.missionIds, { at: now, actor }),
  ];
}

/** One for each contractor of the draft, in its order. */
export function firstRequests(
  draft: CompleteDraft,
  missionIds: readonly string[],
  fact: { at: Date; actor: Actor },
): RecordedEvent[] {
  return draft.contractors.map((contractor, i) => {
    const request = { ...fact, missionId: missionIdAt(missionIds, i), contractor };
    return draft.quote
      ? { type: 'QuoteRequested', ...request, comment: '', fromWorkOrder: false }
      : { type: 'WorkOrderRequested', ...request };
  });
}

export function importTicket(command: ImportTicket, ticket: Ticket): readonly TicketEvent[] {
  assertNew(ticket, 'ImportTicket');
  const { actor, now, draft, identity, openedAt, closedAt, invoiceAmountCents } = command;
  assertComplete(draft, checkImportedDraft(draft));
  return [
    {
      type: 'TicketImported',
      at: now,
      actor,
      closedAt,
      // Nothing of it starts any more: what it did not keep is not made up from today's settings.
      details: detailsOf(draft, identity, actor, openedAt, DEFAULT_SETTINGS),
      // The product it comes from kept one amount for the whole ticket.
      missions: draft.contractors.map((contractor, i) => ({
        id: missionIdAt(identity.missionIds, i),
        contractor,
        kind: draft.quote ? 'QUOTE' : 'WORK_ORDER',
        amountCents: i === 0 ? invoiceAmountCents : 0,
      })),
      documents: draft.attachments.map((ref) => ({
        ref,
        kind: 'ATTACHMENT' as const,
        missionId: '',
        addedAt: openedAt,
      })),
    },
  ];
}

export function assertNew(ticket: Ticket, command: string): void {
  if (ticket.phase !== 'none') throw new ActionNotAllowed(command, ticket.phase);
}

export function assertComplete(_draft: TicketDraft, problems: FieldError[]): asserts _draft is CompleteDraft {
  if (problems.length > 0) throw new InvalidTicket(problems);
}

function missionIdAt(missionIds: readonly string[], index: number): string {
  const id = missionIds[index];
  if (!id) throw new RangeError('one mission id per contractor is needed');
  return id;
}
