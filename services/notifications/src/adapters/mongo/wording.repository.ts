import { batched, isDuplicateKey } from '@intervia/mongo';
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
  /** Events that come together mostly ask for the same text. */
  readonly current = batched(async (keys: readonly WordingKey[]) => {
    const asked = Map.groupBy(keys, keyText);
    const found = await Promise.all(
      [...asked].map(async ([text, [key]]) => [text, key && (await this.newest(key))] as const),
    );
    const newest = new Map(found);
    return keys.map((key) => newest.get(keyText(key)));
  });

  constructor(@InjectModel(WORDING) private readonly model: Model<WordingDocument>) {
    super();
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
      throw new WordingConflict({ cause: error });
    }
  }

  private async newest({ agencyId, template, channel }: WordingKey): Promise<WordingVersion | undefined> {
    const found = await this.model
      .findOne({ agencyId, template, channel })
      .sort({ version: -1 })
      .lean<WordingDocument>();
    return found ? toVersion(found) : undefined;
  }
}

const keyText = ({ agencyId, template, channel }: WordingKey): string => `${agencyId}|${template}|${channel}`;
