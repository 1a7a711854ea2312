import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { SignInLinks } from '../../../application/ports/sign-in-links.js';
import type { SignInLink } from '../../../domain/api-keys/sign-in-link.js';
import type { SignInLinkDocument } from './sign-in-link.schema.js';
import { SIGN_IN_LINK } from './sign-in-link.schema.js';

@Injectable()
export class SignInLinkRepository extends SignInLinks {
  constructor(@InjectModel(SIGN_IN_LINK) private readonly model: Model<SignInLinkDocument>) {
    super();
  }

  async add({ tokenHash, ...rest }: SignInLink): Promise<void> {
    await this.model.create({ _id: tokenHash, ...rest });
  }

  async take(tokenHash: string, now: Date): Promise<SignInLink | undefined> {
    const found = await this.model
      .findOneAndDelete({ _id: tokenHash, expiresAt: { $gt: now } })
      .lean<SignInLinkDocument>();
    if (!found) return undefined;
    const { _id, ...rest } = found;
    return { tokenHash: _id, ...rest };
  }
}
