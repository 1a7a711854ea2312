import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Wording, WordingKey, WordingVersion } from '../../application/ports/templates/wordings.js';
import { WordingConflict, Wordings } from '../../application/ports/templates/wordings.js';
import { toDocument, toVersion, wordingId } from './wording.mapper.js';
import type { WordingDocument } from './wording.schema.js';
import { WORDING } from './wording.schema.js';

@Injectable()
export class WordingRepository extends Wordings {
  constructor(@InjectModel(WORDING) private readonly model: Model<WordingDocument>) {
    super();
  }

  async current({ agencyId, template, channel }: WordingKey): Promise<WordingVersion | undefined> {
    const found = await this.model
      .findOne({ agencyId, template, channel })
      .sort({ version: -1 })
      .lean<WordingDocument>();
    return found ? toVersion(found) : undefined;
  }

  async at(key: WordingKey, version: number): Promise<Wording | undefined> {
    const found = await this.model
      .findOne({ _id: wordingId(key, version), agencyId: key.agencyId })
      .lean<WordingDocument>();
    return found?.wording;
  }

  async all(agencyId: string): Promise<readonly WordingVersion[]> {
    const found = await this.model
      .find({ agencyId })
      .sort({ template: 1, channel: 1, version: 1 })
      .lean<WordingDocument[]>();
    const newest = new Map(found.map((one) => [`${one.template}|${one.channel}`, toVersion(one)]));
    return [...newest.values()];
  }

  async add(agencyId: string, version: WordingVersion): Promise<void> {
    try {
      await this.model.create([toDocument(agencyId, version)]);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new WordingConflict('This version exists', { cause: error });
    }
  }
}
