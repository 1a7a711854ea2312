import type { PasswordFields, Published } from './published.js';
import { passwordDefinition, publishedSchema } from './published.js';

export const CLIENT_ACCOUNT = 'ClientAccount';

/** `id` is the party's. */
export interface ClientAccountDocument extends Published, PasswordFields {
  mail: string;
}

export const clientAccountSchema = publishedSchema<ClientAccountDocument>('clientAccounts', {
  mail: String,
  ...passwordDefinition,
});
// Begins with the mail: sign-in does not know the agency. A mail is one party's inside an agency.
clientAccountSchema.index({ mail: 1, agencyId: 1 }, { unique: true });
