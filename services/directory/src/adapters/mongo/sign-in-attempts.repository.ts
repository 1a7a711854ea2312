import { createHash } from 'node:crypto';
import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Attempts } from '../../application/ports/sign-in-attempts.js';
import { SignInAttempts } from '../../application/ports/sign-in-attempts.js';
import { FAILURE_WINDOW_MS } from '../../domain/sign-in.js';
import type { SignInAttemptsDocument } from './sign-in-attempts.schema.js';
import { SIGN_IN_ATTEMPTS } from './sign-in-attempts.schema.js';

const keyOf = (key: string): string => createHash('sha256').update(key).digest('hex');

@Injectable()
export class SignInAttemptsRepository extends SignInAttempts {
  constructor(@InjectModel(SIGN_IN_ATTEMPTS) private readonly model: Model<SignInAttemptsDocument>) {
    super();
  }

  async register(key: string, now: Date): Promise<Attempts> {
    const _id = keyOf(key);
    const running = await this.model
      .findOneAndUpdate(
        { _id, windowEndsAt: { $gt: now } },
        { $inc: { count: 1 } },
        { returnDocument: 'after' },
      )
      .lean<SignInAttemptsDocument>();
    if (running) return running;
    try {
      const windowEndsAt = new Date(now.getTime() + FAILURE_WINDOW_MS);
      const started = { count: 1, windowEndsAt };
      await this.model.updateOne({ _id, windowEndsAt: { $lte: now } }, { $set: started }, { upsert: true });
      return started;
    } catch (error) {
      // Another attempt opened the window first: this one counts in it.
      if (isDuplicateKey(error)) return this.register(key, now);
      throw error;
    }
  }

  async forget(key: string): Promise<void> {
    await this.model.deleteOne({ _id: keyOf(key) });
  }

  async release(key: string): Promise<void> {
    await this.model.updateOne({ _id: keyOf(key), count: { $gt: 0 } }, { $inc: { count: -1 } });
  }
}
