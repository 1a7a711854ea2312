import { Schema } from 'mongoose';

export interface LinkDocument {
  _id: string;
  agencyId: string;
  ticketId: string;
  /** One of the two: the holder. */
  missionId?: string;
  correspondentId?: string;
  tokenHash: string;
  /** The one that is sent to its holder, who has at most one. */
  issued: boolean;
  expiresAt: Date;
  revokedAt?: Date;
}

export const LINK_MODEL = 'Link';

export const LinkSchema = new Schema<LinkDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    ticketId: { type: String, required: true },
    missionId: String,
    correspondentId: String,
    tokenHash: { type: String, required: true },
    issued: { type: Boolean, required: true },
    expiresAt: { type: Date, required: true },
    revokedAt: Date,
  },
  { collection: 'links', versionKey: false },
);

LinkSchema.index(
  { agencyId: 1, ticketId: 1, missionId: 1, correspondentId: 1 },
  { unique: true, partialFilterExpression: { issued: true } },
);
/** The one lookup without an agency: the token is what says whose it is. */
LinkSchema.index({ tokenHash: 1 }, { unique: true });
