import type { EstimateAnswer, EstimateRequest } from '../../domain/estimate/estimate.js';
import type { FeedRecord } from '../../domain/feed/record.js';

export interface Credentials {
  login: string;
  password: string;
}

/** The partner who estimates dwellings. */
export abstract class EstimationProvider {
  /** Whether this platform knows where it is. */
  abstract readonly isConfigured: boolean;
  /** The same requestId is the same estimate. @throws PartnerFailure, NotConfigured */
  abstract estimate(credentials: Credentials, request: EstimateRequest): Promise<EstimateAnswer>;
  /** The very bytes that will be sent. */
  abstract encode(sendingId: string, day: string, records: readonly FeedRecord[]): Buffer;
  /** The same sendingId is the same sending. @throws PartnerFailure, NotConfigured */
  abstract send(credentials: Credentials, sendingId: string, bytes: Buffer): Promise<void>;
  /** Whether the partner has a sending; undefined: it cannot say. @throws PartnerFailure, NotConfigured */
  abstract has(credentials: Credentials, sendingId: string): Promise<boolean | undefined>;
}
