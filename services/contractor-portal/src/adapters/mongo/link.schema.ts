import type { Stored } from '@intervia/mongo';
import { optional, required, schemaOf } from '@intervia/mongo';

const FIELDS = {
  _id: required(String),
  agencyId: required(String),
  ticketId: required(String),
  /** One of the two: the holder. */
  missionId: optional(String),
  correspondentId: optional(String),
  tokenHash: required(String),
  /** The one that is sent to its holder, who has at most one. */
  issued: required(Boolean),
  expiresAt: required(Date),
  revokedAt: optional(Date),
};

export type LinkDocument = Stored<typeof FIELDS>;

export const LINK_MODEL = 'Link';

export const LinkSchema = schemaOf<LinkDocument>(FIELDS, { collection: 'links', versionKey: false });

LinkSchema.index(
  { agencyId: 1, ticketId: 1, missionId: 1, correspondentId: 1 },
  { unique: true, partialFilterExpression: { issued: true } },
);
/** The one lookup without an agency: the token is what says whose it is. */
LinkSchema.index({ tokenHash: 1 }, { unique: true });
