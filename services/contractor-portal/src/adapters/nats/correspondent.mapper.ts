import { timestampDate } from '@bufbuild/protobuf/wkt';
import { ActorKind, CorrespondentRole as Role, RequestState } from '@intervia/contracts';
import type { CorrespondentView, QuoteForApproval, RequestView } from '@intervia/contracts';
import type { FormName } from '../../domain/answer.js';
import type {
  Correspondence,
  CorrespondentRole,
  Quote,
  Request,
} from '../../application/ports/ticket-desk.js';
import { openedOf, toDocument, toManager, toPlace, toThread } from './parts.mapper.js';

const roles: ReadonlyMap<Role, CorrespondentRole> = new Map([
  [Role.OWNER, 'OWNER'],
  [Role.COUNCIL_PRESIDENT, 'COUNCIL_PRESIDENT'],
  [Role.COUNCIL_MEMBER, 'COUNCIL_MEMBER'],
  [Role.TENANT, 'TENANT'],
  [Role.REQUESTER, 'REQUESTER'],
]);

export const actorKinds: Readonly<Record<CorrespondentRole, ActorKind>> = {
  OWNER: ActorKind.OWNER,
  COUNCIL_PRESIDENT: ActorKind.COUNCIL_PRESIDENT,
  COUNCIL_MEMBER: ActorKind.COUNCIL_MEMBER,
  TENANT: ActorKind.TENANT,
  OTHER: ActorKind.THIRD_PARTY,
  REQUESTER: ActorKind.REQUESTER,
};

export function toCorrespondence(view: CorrespondentView): Correspondence {
  const { correspondent, closed } = view;
  const quotes = view.quotes.map(toQuote);
  return {
    kind: 'correspondent',
    role: roles.get(correspondent?.role ?? Role.UNSPECIFIED) ?? 'OTHER',
    name: correspondent?.person?.name ?? '',
    number: view.number,
    subject: view.subject,
    description: view.description,
    place: toPlace(view.place),
    ...(view.closedAt && { closedAt: timestampDate(view.closedAt) }),
    closed,
    ...openedOf(view),
    manager: toManager(view.manager),
    quotes,
    threads: view.threads.map(toThread),
    ...(view.request && { request: toRequest(view.request) }),
    forms: formsOf(view),
  };
}

/** Whether it is repaired is answered after the closing too. */
function formsOf({ closed, quotes, request }: CorrespondentView): FormName[] {
  const repair: FormName[] = request?.repairAsked ? ['reparation'] : [];
  if (closed) return repair;
  return [
    ...(quotes.some(({ open, changeableUntil }) => open || changeableUntil)
      ? (['approbation'] as const)
      : []),
    ...repair,
    'message',
    ...(request?.state === RequestState.PENDING ? (['annulation'] as const) : []),
  ];
}

const STATES = {
  [RequestState.UNSPECIFIED]: 'VALIDATED',
  [RequestState.PENDING]: 'PENDING',
  [RequestState.VALIDATED]: 'VALIDATED',
  [RequestState.CANCELLED]: 'CANCELLED',
} as const;

function toRequest(view: RequestView): Request {
  const { state, requestedAt, reason, visits, repairAsked, repaired, emergencyNumbers } = view;
  return {
    state: STATES[state],
    ...(requestedAt && { requestedAt: timestampDate(requestedAt) }),
    reason,
    visits: visits.map(({ contractorName, contractorPhone, appointment, done }) => ({
      firm: contractorName,
      phone: contractorPhone,
      done,
      ...(appointment?.start && {
        appointment: {
          start: timestampDate(appointment.start),
          durationMinutes: appointment.durationMinutes,
        },
      }),
    })),
    repairAsked,
    ...(repaired === undefined ? {} : { repaired }),
    emergencyNumbers,
  };
}

function toQuote({
  approval,
  documents,
  missionId,
  contractorName,
  amountCents,
  comment,
  open,
  requestComment,
  changeableUntil,
}: QuoteForApproval): Quote {
  return {
    missionId,
    contractorName,
    amountCents,
    documents: documents.map(toDocument),
    comment,
    open,
    requestComment,
    ...(changeableUntil && { changeableUntil: timestampDate(changeableUntil) }),
    ...(approval?.answeredAt && {
      answer: {
        at: timestampDate(approval.answeredAt),
        approved: approval.approved,
        comment: approval.comment,
      },
    }),
  };
}
