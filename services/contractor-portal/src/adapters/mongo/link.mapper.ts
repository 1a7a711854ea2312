import type { Link } from '../../domain/link.js';
import type { LinkDocument } from './link.schema.js';

export function toLink(document: LinkDocument): Link {
  const { _id: id, agencyId, ticketId, missionId, expiresAt, revokedAt } = document;
  return { id, agencyId, ticketId, missionId, expiresAt, ...(revokedAt && { revokedAt }) };
}

export function toLinkDocument(link: Link, tokenHash: string): LinkDocument {
  const { id: _id, ...rest } = link;
  return { _id, ...rest, tokenHash, current: true };
}
