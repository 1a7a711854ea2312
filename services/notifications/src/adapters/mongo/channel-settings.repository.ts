import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ChannelSettings } from '../../application/ports/accounts/channel-settings.js';
import { ChannelSettingsStore, ChannelsConflict } from '../../application/ports/accounts/channel-settings.js';
import type { ChannelSettingsDocument } from './channel-settings.schema.js';
import { CHANNEL_SETTINGS } from './channel-settings.schema.js';

@Injectable()
export class ChannelSettingsRepository extends ChannelSettingsStore {
  constructor(@InjectModel(CHANNEL_SETTINGS) private readonly model: Model<ChannelSettingsDocument>) {
    super();
  }

  async of(agencyId: string): Promise<ChannelSettings> {
    const found = await this.model.findById(agencyId).lean<ChannelSettingsDocument>();
    return found ? toSettings(found) : { agencyId, creditsThreshold: 0, version: 0 };
  }

  async withSms(): Promise<readonly ChannelSettings[]> {
    const found = await this.model.find({ sms: { $exists: true } }).lean<ChannelSettingsDocument[]>();
    return found.map(toSettings);
  }

  async save({ agencyId, version, ...rest }: ChannelSettings): Promise<ChannelSettings> {
    const document = { _id: agencyId, ...rest, version: version + 1 };
    if (version === 0) await this.insert(document);
    else {
      const { matchedCount } = await this.model.replaceOne({ _id: agencyId, version }, document);
      if (matchedCount === 0) throw new ChannelsConflict();
    }
    return toSettings(document);
  }

  private async insert(document: ChannelSettingsDocument): Promise<void> {
    try {
      await this.model.create([document]);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new ChannelsConflict({ cause: error });
    }
  }
}

const toSettings = ({ _id: agencyId, ...rest }: ChannelSettingsDocument): ChannelSettings => ({
  agencyId,
  ...rest,
});
