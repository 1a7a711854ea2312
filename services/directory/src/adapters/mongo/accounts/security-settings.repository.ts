import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { SecuritySettings } from '../../../application/ports/accounts/security-settings.js';
import type { SecuritySettingsDocument } from './security-settings.schema.js';
import { SECURITY_SETTINGS } from './security-settings.schema.js';

@Injectable()
export class SecuritySettingsRepository extends SecuritySettings {
  constructor(@InjectModel(SECURITY_SETTINGS) private readonly model: Model<SecuritySettingsDocument>) {
    super();
  }

  async requiresSecondFactor(agencyId: string): Promise<boolean> {
    const found = await this.model.findById(agencyId).lean<SecuritySettingsDocument>();
    return found?.secondFactorRequired ?? false;
  }

  async save(agencyId: string, required: boolean): Promise<void> {
    await this.model.updateOne(
      { _id: agencyId },
      { $set: { secondFactorRequired: required } },
      { upsert: true },
    );
  }
}
