import type { Holder, Link, LinkTarget } from '../../domain/link.js';
import type { LinkDocument } from './link.schema.js';

export function toLink(document: LinkDocument): Link {
  const { _id: id, agencyId, ticketId, expiresAt, revokedAt } = document;
  return {
    id,
    agencyId,
    ticketId,
    holder: holderOf(document),
    expiresAt,
    ...(revokedAt && { revokedAt }),
  };
}

export function toLinkDocument(link: Link, tokenHash: string): LinkDocument {
  return { _id: link.id, ...toOwner(link), tokenHash, issued: true, expiresAt: link.expiresAt };
}

/** The fields by which a holder's links are found. */
export function toOwner({ agencyId, ticketId, holder }: LinkTarget) {
  const id = holder.kind === 'mission' ? { missionId: holder.id } : { correspondentId: holder.id };
  return { agencyId, ticketId, ...id };
}

function holderOf({ missionId, correspondentId = '' }: LinkDocument): Holder {
  return missionId ? { kind: 'mission', id: missionId } : { kind: 'correspondent', id: correspondentId };
}
