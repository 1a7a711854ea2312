import { AppError } from '@intervia/rules';
import type { Sealed } from './secrets.js';

/** An agency's own accounts as they are kept: every secret sealed. */
export interface ChannelSettings {
  readonly agencyId: string;
  readonly mail?: {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly user: string;
    readonly from: string;
    readonly password?: Sealed;
  };
  readonly dkim?: { readonly selector: string; readonly domain: string; readonly privateKey: Sealed };
  readonly sms?: {
    readonly appKey: string;
    readonly service: string;
    readonly sender: string;
    readonly appSecret: Sealed;
    readonly consumerKey: Sealed;
  };
  /** 0: nobody is warned. */
  readonly creditsThreshold: number;
  /** 0 before the first save. */
  readonly version: number;
}

export class ChannelsConflict extends AppError {
  constructor(options?: ErrorOptions) {
    super('VERSION_CONFLICT', 'conflict', {}, [], options);
  }
}

export abstract class ChannelSettingsStore {
  abstract of(agencyId: string): Promise<ChannelSettings>;
  /** Every agency's that has an SMS account of its own. */
  abstract withSms(): Promise<readonly ChannelSettings[]>;
  /** As version + 1. @throws ChannelsConflict when somebody was quicker. */
  abstract save(settings: ChannelSettings): Promise<ChannelSettings>;
}
