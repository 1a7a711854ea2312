import type { Leaving, Nature } from './radiation.js';

export const RADIATION_STATES = ['PENDING', 'SENT', 'EXCLUDED', 'BLOCKED', 'CANCELLED'] as const;
export type RadiationRecordState = (typeof RADIATION_STATES)[number];

/** What is to be told of one person's leaving. One of a lease, a person, a nature and a notice. */
export interface RadiationRecord {
  id: string;
  agencyId: string;
  entityId: string;
  organisme: string;
  occupantId: string;
  account: string;
  name: string;
  nature: Nature;
  leaving: Leaving;
  state: RadiationRecordState;
  why: string;
  runId: string;
  fileId: string;
  recordedAt: Date;
}

/** Leases of two agencies may have one id: each LSC counts for itself. */
export const radiationId = (
  agencyId: string,
  leaseId: string,
  occupantId: string,
  nature: Nature,
  noticeId: string,
): string => [agencyId, leaseId, occupantId, nature, noticeId].join(':');
