import type { Account, UserWithHash } from '../../../application/ports/users.js';
import type { User } from '../../../domain/records.js';
import { sortKey } from '../../../domain/search-words.js';
import { publishedPassword } from '../published.js';
import type { UserDocument } from './user.schema.js';

export const toUserDocument = (agencyId: string, { user, passwordHash }: UserWithHash): UserDocument => ({
  ...user,
  absence: user.absence ?? null,
  agencyId,
  sortKey: sortKey(user.name),
  ...publishedPassword(passwordHash),
});

export const toUser = ({ id, name, mail, phone, role, syndic, gerance, absence }: UserDocument): User => ({
  id,
  name,
  mail,
  phone,
  role,
  syndic,
  gerance,
  absence: absence ?? undefined,
});

export const toAccount = (document: UserDocument): Account => ({
  agencyId: document.agencyId,
  user: toUser(document),
  passwordHash: document.passwordHash,
});
