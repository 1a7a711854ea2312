import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model, mongo } from 'mongoose';
import { LinkRepository } from '../../application/ports/link-repository.js';
import type { Link, LinkTarget } from '../../domain/link.js';
import { toLink, toLinkDocument } from './link.mapper.js';
import { LINK_MODEL } from './link.schema.js';
import type { LinkDocument } from './link.schema.js';

const DUPLICATE_KEY = 11000;

@Injectable()
export class MongoLinkRepository extends LinkRepository {
  constructor(@InjectModel(LINK_MODEL) private readonly links: Model<LinkDocument>) {
    super();
  }

  async prolong(target: LinkTarget, now: Date, until: Date): Promise<Link | undefined> {
    const found = await this.links
      .findOneAndUpdate(
        { ...usable(target), expiresAt: { $gt: now } },
        { $max: { expiresAt: until } },
        { returnDocument: 'after' },
      )
      .lean<LinkDocument>();
    return found ? toLink(found) : undefined;
  }

  async replace(link: Link, tokenHash: string, now: Date): Promise<Link> {
    const { agencyId, ticketId, missionId } = link;
    const over = { $or: [{ expiresAt: { $lte: now } }, { revokedAt: { $exists: true } }] };
    await this.links.updateOne(
      { agencyId, ticketId, missionId, current: true, ...over },
      { $set: { current: false } },
    );
    try {
      await this.links.create(toLinkDocument(link, tokenHash));
      return link;
    } catch (error) {
      const other = isDuplicate(error) && (await this.prolong(link, now, link.expiresAt));
      if (!other) throw error;
      return other;
    }
  }

  async byTokenHash(tokenHash: string): Promise<Link | undefined> {
    const found = await this.links.findOne({ tokenHash }).lean<LinkDocument>();
    return found ? toLink(found) : undefined;
  }
}

function usable({ agencyId, ticketId, missionId }: LinkTarget) {
  return { agencyId, ticketId, missionId, current: true, revokedAt: { $exists: false } };
}

function isDuplicate(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}
