import { timestampDate } from '@bufbuild/protobuf/wkt';
import { ActorKind, CorrespondentRole as Role } from '@intervia/contracts';
import type { CorrespondentView, QuoteForApproval } from '@intervia/contracts';
import type { Correspondence, CorrespondentRole, Quote } from '../../application/ports/ticket-desk.js';
import { openedOf, toDocument, toManager, toPlace, toThread } from './parts.mapper.js';

const roles: ReadonlyMap<Role, CorrespondentRole> = new Map([
  [Role.OWNER, 'OWNER'],
  [Role.COUNCIL_PRESIDENT, 'COUNCIL_PRESIDENT'],
  [Role.COUNCIL_MEMBER, 'COUNCIL_MEMBER'],
  [Role.TENANT, 'TENANT'],
]);

export const actorKinds: Readonly<Record<CorrespondentRole, ActorKind>> = {
  OWNER: ActorKind.OWNER,
  COUNCIL_PRESIDENT: ActorKind.COUNCIL_PRESIDENT,
  COUNCIL_MEMBER: ActorKind.COUNCIL_MEMBER,
  TENANT: ActorKind.TENANT,
  OTHER: ActorKind.THIRD_PARTY,
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
    forms: closed ? [] : [...(quotes.some(({ open }) => open) ? (['approbation'] as const) : []), 'message'],
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
}: QuoteForApproval): Quote {
  return {
    missionId,
    contractorName,
    amountCents,
    documents: documents.map(toDocument),
    comment,
    open,
    requestComment,
    ...(approval?.answeredAt && {
      answer: {
        at: timestampDate(approval.answeredAt),
        approved: approval.approved,
        comment: approval.comment,
      },
    }),
  };
}
