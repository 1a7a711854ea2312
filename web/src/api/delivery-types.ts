import type { Channel } from './template-types.js';
import type { Actor, DocumentRef } from './types.js';

export interface MailAccount {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  hasPassword: boolean;
  from: string;
}

export interface DkimKey {
  selector: string;
  domain: string;
  hasPrivateKey: boolean;
}

export interface SmsAccount {
  appKey: string;
  hasSecrets: boolean;
  service: string;
  sender: string;
}

/** What is absent goes through the platform's account. */
export interface ChannelSettings {
  mail?: MailAccount;
  dkim?: DkimKey;
  sms?: SmsAccount;
  creditsThreshold: number;
  version: number;
  receiptsUrl: string;
  incomingUrl: string;
  /** As last read. */
  creditsLeft?: number;
}

export type ReviewState = 'OPEN' | 'ASSIGNED' | 'DISMISSED';

/** An answer that no mission could be found for. */
export interface Review {
  id: string;
  channel: Channel;
  sender: string;
  senderName: string;
  subject: string;
  text: string;
  documents: DocumentRef[];
  receivedAt?: string;
  reason: string;
  state: ReviewState;
  settledBy?: Actor;
  settledAt?: string;
  ticketId: string;
}

export interface AlertPreference {
  digest: boolean;
  /** Of the day, Europe/Paris. */
  hour: number;
}
