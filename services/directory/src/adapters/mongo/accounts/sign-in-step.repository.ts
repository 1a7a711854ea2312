import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SignInStep } from '../../../application/ports/accounts/sign-in-steps.js';
import { SignInSteps } from '../../../application/ports/accounts/sign-in-steps.js';
import type { SignInStepDocument } from './sign-in-step.schema.js';
import { SIGN_IN_STEP } from './sign-in-step.schema.js';

/** Found by the hash of their token: a passkey alone tells later whose it is. */
@Injectable()
export class SignInStepRepository extends SignInSteps {
  constructor(@InjectModel(SIGN_IN_STEP) private readonly model: Model<SignInStepDocument>) {
    super();
  }

  async begin({ tokenHash, holder, ...rest }: SignInStep): Promise<void> {
    await this.model.create({
      _id: tokenHash,
      ...rest,
      ...(holder && { kind: holder.kind, holderId: holder.id }),
    });
  }

  async take(tokenHash: string, now: Date): Promise<SignInStep | undefined> {
    const found = await this.model
      .findOneAndUpdate(
        { _id: tokenHash, expiresAt: { $gt: now } },
        { $inc: { tries: 1 } },
        { returnDocument: 'after' },
      )
      .lean<SignInStepDocument>();
    if (!found) return undefined;
    const { _id, kind, holderId, ...rest } = found;
    return {
      tokenHash: _id,
      ...rest,
      ...(kind && holderId !== undefined && { holder: { kind, id: holderId } }),
    };
  }

  async end(tokenHash: string): Promise<boolean> {
    return (await this.model.deleteOne({ _id: tokenHash })).deletedCount === 1;
  }
}
