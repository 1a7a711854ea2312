import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Action, DocumentKind, StatusSchema, TicketType, enumName, optionsOf } from '@intervia/contracts';
import type { MissionView, Status, TicketDocument } from '@intervia/contracts';
import type { StatusCode } from '@intervia/french/words';
import type { FormName } from '../../domain/answer.js';
import { NO_OPTIONS } from '../../application/ports/ticket-desk.js';
import type { Mission, SentKind } from '../../application/ports/ticket-desk.js';
import { openedOf, toContact, toDocument, toManager, toPlace, toThread } from './parts.mapper.js';

const formOfAction: ReadonlyMap<Action, FormName> = new Map([
  [Action.ACCEPT_WORK_ORDER, 'acceptation'],
  [Action.REFUSE_WORK_ORDER, 'refus'],
  [Action.ANSWER_PRESENCE, 'presence'],
  [Action.REPORT_COMPLETION, 'fin-intervention'],
  [Action.SUBMIT_INVOICE, 'facture'],
  [Action.PROMISE_QUOTE, 'devis-promis'],
  [Action.DECLINE_QUOTE_REQUEST, 'devis-refus'],
  [Action.SUBMIT_QUOTE, 'devis'],
  [Action.PROPOSE_APPOINTMENT, 'rendez-vous'],
  [Action.POST_MESSAGE, 'message'],
]);

const sentKinds: ReadonlyMap<DocumentKind, SentKind> = new Map([
  [DocumentKind.QUOTE, 'QUOTE'],
  [DocumentKind.PROOF, 'PROOF'],
  [DocumentKind.INVOICE, 'INVOICE'],
]);

const QUOTES: ReadonlySet<TicketType> = new Set([TicketType.SINGLE_QUOTE, TicketType.MULTIPLE_QUOTE]);

export function toMission(view: MissionView): Mission {
  const { contractor, appointment, signedQuote } = view;
  return {
    kind: 'mission',
    id: view.missionId,
    number: view.number,
    quote: QUOTES.has(view.type),
    status: statusOf(view.status),
    subject: view.subject,
    description: view.description,
    reason: view.reason,
    ...(view.closedAt && { closedAt: timestampDate(view.closedAt) }),
    instructions: contractor?.comment ?? '',
    place: toPlace(view.place),
    ownerName: view.ownerName,
    options: toOptions(view),
    closed: view.closed,
    ...openedOf(view),
    manager: toManager(view.manager),
    name: contractor?.name ?? '',
    contacts: view.contacts.map(toContact),
    attachments: view.attachments.map(toDocument),
    sent: view.sent.flatMap(toSent),
    amountCents: view.amountCents,
    ...(signedQuote && { signedQuote: toDocument(signedQuote) }),
    ...(appointment?.start && {
      appointment: { start: timestampDate(appointment.start), durationMinutes: appointment.durationMinutes },
    }),
    lateMinutes: view.lateMinutes,
    threads: view.threads.map(toThread),
    forms: formsOf(view, view.actions),
    awaited: formsOf(view, view.awaited),
  };
}

function toOptions(view: MissionView): Mission['options'] {
  const chosen = optionsOf(view);
  const names = Object.keys(NO_OPTIONS) as (keyof typeof NO_OPTIONS)[];
  return { ...NO_OPTIONS, ...Object.fromEntries(names.map((name) => [name, chosen[name] ?? false])) };
}

/** Reading can be acknowledged at any step, but a page asks for it only when the agency does. */
function formsOf({ acknowledgementAsked }: MissionView, actions: readonly Action[]): FormName[] {
  return [
    ...(acknowledgementAsked ? (['accuse'] as const) : []),
    ...actions.flatMap((action) => formOfAction.get(action) ?? []),
  ];
}

/** Those of messages are shown with their message. */
function toSent({ ref, kind, superseded }: TicketDocument): Mission['sent'] {
  if (!ref || kind === DocumentKind.MESSAGE) return [];
  return [{ kind: sentKinds.get(kind) ?? 'OTHER', document: toDocument(ref), superseded }];
}

/** Of a status of a later release this page can say that the work goes on. */
function statusOf(value: Status): StatusCode {
  const name = enumName(StatusSchema, value);
  return name === 'UNSPECIFIED' ? 'IN_PROGRESS' : (name as StatusCode);
}
