import type { AuthorizeLinkResponse, DocumentRef, Thread, TicketsService } from '@intervia/contracts';
import { ActorKind } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';

/** Every document that the view of a link names; no other is reachable through it. */
export async function documentsOf(
  tickets: ServiceClient<typeof TicketsService>,
  { agencyId, ticketId, missionId, correspondentId }: AuthorizeLinkResponse,
): Promise<DocumentRef[]> {
  if (missionId) {
    const caller = { agencyId, actor: { kind: ActorKind.CONTRACTOR, id: missionId } };
    const { mission } = await tickets.getMission({ caller, ticketId, missionId });
    if (!mission) return [];
    const { attachments, sent, signedQuote, threads } = mission;
    return [
      ...attachments,
      ...sent.flatMap(({ ref }) => ref ?? []),
      ...(signedQuote ? [signedQuote] : []),
      ...spokenOf(threads),
    ];
  }
  // Whether an owner, a tenant… nobody knows before the view is read.
  const caller = { agencyId, actor: { kind: ActorKind.THIRD_PARTY, id: correspondentId } };
  const { correspondent } = await tickets.getCorrespondent({ caller, ticketId, correspondentId });
  if (!correspondent) return [];
  return [...correspondent.quotes.flatMap(({ documents }) => documents), ...spokenOf(correspondent.threads)];
}

function spokenOf(threads: readonly Thread[]): DocumentRef[] {
  return threads.flatMap(({ messages }) => messages.flatMap(({ documents }) => documents));
}
