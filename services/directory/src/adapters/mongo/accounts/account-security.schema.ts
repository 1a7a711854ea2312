import type { OutboxFields, Stored } from '@intervia/mongo';
import { as, optional, outboxDefinition, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { AccountSecurity } from '../../../domain/accounts/account-security.js';

export const ACCOUNT_SECURITY = 'AccountSecurity';

const { Mixed } = Schema.Types;

const FIELDS = {
  /** Agency, `user` or `client`, then the id of either. */
  _id: String,
  agencyId: String,
  kind: as<'user' | 'client'>(String),
  holderId: String,
  version: Number,
  totp: optional(as<AccountSecurity['totp']>(Mixed)),
  pendingTotp: optional(String),
  passkeys: optional(as<AccountSecurity['passkeys']>({ type: [Mixed], default: undefined })),
  recovery: optional(as<readonly string[]>({ type: [String], default: undefined })),
  devices: optional(as<AccountSecurity['devices']>({ type: [Mixed], default: undefined })),
  passwordChangedAt: optional(Date),
  reset: optional(as<AccountSecurity['reset']>(Mixed)),
  challenge: optional(as<AccountSecurity['challenge']>(Mixed)),
};

export interface AccountSecurityDocument extends Stored<typeof FIELDS>, OutboxFields {}

export const accountSecuritySchema = schemaOf<AccountSecurityDocument>(
  { ...FIELDS, ...outboxDefinition },
  { collection: 'accountSecurities', versionKey: false, minimize: false },
);
// Across agencies: a passkey, and a link in a mail, come before the account is known.
accountSecuritySchema.index({ 'passkeys.id': 1 });
accountSecuritySchema.index({ 'reset.hash': 1 });
accountSecuritySchema.index({ agencyId: 1, kind: 1, holderId: 1 });
