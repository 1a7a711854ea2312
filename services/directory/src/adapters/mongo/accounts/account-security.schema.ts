import type { OutboxFields } from '@intervia/mongo';
import { outboxDefinition } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { AccountSecurity } from '../../../domain/accounts/account-security.js';

export const ACCOUNT_SECURITY = 'AccountSecurity';

export interface AccountSecurityDocument extends OutboxFields {
  /** Agency, `user` or `client`, then the id of either. */
  _id: string;
  agencyId: string;
  kind: 'user' | 'client';
  holderId: string;
  version: number;
  totp?: AccountSecurity['totp'];
  pendingTotp?: string;
  passkeys?: AccountSecurity['passkeys'];
  recovery?: readonly string[];
  devices?: AccountSecurity['devices'];
  passwordChangedAt?: Date;
  reset?: AccountSecurity['reset'];
  challenge?: AccountSecurity['challenge'];
}

const { Mixed } = Schema.Types;

export const accountSecuritySchema = new Schema<AccountSecurityDocument>(
  {
    _id: String,
    agencyId: String,
    kind: String,
    holderId: String,
    version: Number,
    totp: Mixed,
    pendingTotp: String,
    passkeys: { type: [Mixed], default: undefined },
    recovery: { type: [String], default: undefined },
    devices: { type: [Mixed], default: undefined },
    passwordChangedAt: Date,
    reset: Mixed,
    challenge: Mixed,
    ...outboxDefinition,
  },
  { collection: 'accountSecurities', versionKey: false, minimize: false },
);
// Across agencies: a passkey, and a link in a mail, come before the account is known.
accountSecuritySchema.index({ 'passkeys.id': 1 });
accountSecuritySchema.index({ 'reset.hash': 1 });
accountSecuritySchema.index({ agencyId: 1, kind: 1, holderId: 1 });
