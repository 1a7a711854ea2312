import { Schema } from 'mongoose';
import type { User } from '../../domain/records.js';
import type { Published } from './published.js';
import { publishedSchema } from './published.js';

export const USER = 'User';

export interface UserDocument extends Published, User {
  sortKey: string;
  passwordHash?: string;
}

const rights = new Schema({ view: Boolean, create: Boolean, edit: Boolean, delete: Boolean }, { _id: false });

export const userSchema = publishedSchema('users', {
  name: String,
  mail: String,
  phone: String,
  role: String,
  syndic: rights,
  gerance: rights,
  sortKey: String,
  passwordHash: String,
});
userSchema.index({ agencyId: 1, sortKey: 1 });
// Across agencies: sign-in has only the mail.
userSchema.index({ mail: 1 }, { unique: true });
