import { Schema } from 'mongoose';
import type { Absence, User } from '../../../domain/records.js';
import type { PasswordFields, Published } from '../published.js';
import { passwordDefinition, publishedSchema } from '../published.js';

export const USER = 'User';

export interface UserDocument extends Published, PasswordFields, Omit<User, 'absence'> {
  /** Written even when there is none: a publication without it ends it. */
  absence: Absence | null;
  sortKey: string;
}

const rights = new Schema(
  { view: Boolean, create: Boolean, edit: Boolean, delete: Boolean, reopen: Boolean },
  { _id: false },
);

export const userSchema = publishedSchema<UserDocument>('users', {
  name: String,
  mail: String,
  phone: String,
  role: String,
  syndic: rights,
  gerance: rights,
  absence: new Schema({ from: Date, until: Date, delegateId: String }, { _id: false }),
  sortKey: String,
  ...passwordDefinition,
});
userSchema.index({ agencyId: 1, sortKey: 1 });
userSchema.index({ agencyId: 1, 'absence.delegateId': 1 });
// Across agencies: sign-in has only the mail.
userSchema.index({ mail: 1 }, { unique: true });
