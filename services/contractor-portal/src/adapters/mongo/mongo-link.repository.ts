import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { LinkRepository } from '../../application/ports/link-repository.js';
import type { Link, LinkTarget } from '../../domain/link.js';
import { toLink, toLinkDocument, toOwner } from './link.mapper.js';
import { LINK_MODEL } from './link.schema.js';
import type { LinkDocument } from './link.schema.js';

@Injectable()
export class MongoLinkRepository extends LinkRepository {
  constructor(@InjectModel(LINK_MODEL) private readonly links: Model<LinkDocument>) {
    super();
  }

  async prolong(target: LinkTarget, now: Date, until: Date): Promise<Link | undefined> {
    const found = await this.links
      .findOneAndUpdate(usable(target, now), { $max: { expiresAt: until } }, { returnDocument: 'after' })
      .lean<LinkDocument>();
    return found ? toLink(found) : undefined;
  }

  async replace(link: Link, tokenHash: string, now: Date): Promise<Link> {
    const over = { $or: [{ expiresAt: { $lte: now } }, { revokedAt: { $exists: true } }] };
    await this.links.updateOne({ ...toOwner(link), issued: true, ...over }, { $set: { issued: false } });
    try {
      await this.links.create(toLinkDocument(link, tokenHash));
      return link;
    } catch (error) {
      const other = isDuplicateKey(error) && (await this.prolong(link, now, link.expiresAt));
      if (!other) throw error;
      return other;
    }
  }

  async byTokenHash(tokenHash: string): Promise<Link | undefined> {
    const found = await this.links.findOne({ tokenHash }).lean<LinkDocument>();
    return found ? toLink(found) : undefined;
  }

  async revoke(target: LinkTarget, now: Date): Promise<number> {
    const { modifiedCount } = await this.links.updateMany(
      { ...toOwner(target), ...open(now) },
      { $set: { revokedAt: now } },
    );
    return modifiedCount;
  }
}

function usable(target: LinkTarget, now: Date) {
  return { ...toOwner(target), issued: true, ...open(now) };
}

function open(now: Date) {
  return { revokedAt: { $exists: false }, expiresAt: { $gt: now } };
}
