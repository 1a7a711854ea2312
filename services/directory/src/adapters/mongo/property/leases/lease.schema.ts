import type { OutboxFields } from '@intervia/mongo';
import { outboxDefinition } from '@intervia/mongo';
import type { LeaseFile } from '../../../../domain/property/lease.js';
import type { RecordDocument } from '../record.schema.js';
import { recordSchema } from '../record.schema.js';

export const LEASE = 'Lease';

export interface LeaseDocument extends RecordDocument<LeaseFile>, OutboxFields {
  unitId: string;
  accountId: string;
  entityId: string;
  /** The tenant and the sharers, those who left too. */
  partyIds: string[];
  present: boolean;
  /** Caisses that pay aid to somebody of this lease. */
  funds: string[];
  cafNumbers: string[];
  allocataires: string[];
  sharerAccounts: string[];
  /** Of the present tenant's open alarms. */
  nextAlarmOn?: string;
  /** Both written apart: they depend on other files. */
  accountNumber?: string;
  words?: string[];
  sortKey: string;
  /** Its unit has not been told of a change. */
  unsettled?: boolean;
}

export const leaseSchema = recordSchema<LeaseDocument>('leases', {
  unitId: String,
  accountId: String,
  entityId: String,
  partyIds: [String],
  present: Boolean,
  funds: [String],
  cafNumbers: [String],
  allocataires: [String],
  sharerAccounts: [String],
  nextAlarmOn: String,
  accountNumber: String,
  words: [String],
  sortKey: String,
  unsettled: {
    type: Boolean,
    index: { name: 'unsettled', partialFilterExpression: { unsettled: true } },
  },
  ...outboxDefinition,
});
leaseSchema.index({ agencyId: 1, sortKey: 1 });
leaseSchema.index({ agencyId: 1, present: 1, sortKey: 1 });
leaseSchema.index({ agencyId: 1, unitId: 1, sortKey: 1 });
leaseSchema.index({ agencyId: 1, accountId: 1 });
leaseSchema.index({ agencyId: 1, partyIds: 1 });
leaseSchema.index({ agencyId: 1, words: 1 });
leaseSchema.index({ agencyId: 1, funds: 1, id: 1 });
leaseSchema.index({ agencyId: 1, cafNumbers: 1 });
leaseSchema.index({ agencyId: 1, allocataires: 1 });
leaseSchema.index({ agencyId: 1, accountNumber: 1 });
leaseSchema.index({ agencyId: 1, sharerAccounts: 1 });
leaseSchema.index({ agencyId: 1, nextAlarmOn: 1, id: 1 });
