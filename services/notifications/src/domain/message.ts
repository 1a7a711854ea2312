import type { MessageFacts } from './facts/message-facts.js';
import type { Notice } from './notice.js';
import type { Channel, Start } from './planning/plan-messages.js';
import { retryDelayMs } from './retry.js';
import type { Audience, TemplateCode } from './template-codes.js';

/**
 * queued: nothing is with a provider, sending is safe.
 * sending: it was handed over, or was about to be, and we have no answer: it may have been accepted.
 * sent: the provider took it, and may still say what became of it.
 * collected: an alert that waits for its user's daily digest; digested: that digest holds it.
 */
export type Status =
  'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'silenced' | 'collected' | 'digested';

export const TRANSITIONS: Readonly<Record<Status, readonly Status[]>> = {
  queued: ['queued', 'sending', 'failed', 'silenced'],
  sending: ['queued', 'sending', 'sent', 'failed'],
  sent: ['sent', 'delivered', 'failed'],
  delivered: [],
  failed: [],
  silenced: [],
  collected: ['digested'],
  digested: ['failed'],
};

/** Codes; the words for people are in adapters/nats/fr.ts. */
export type ReasonCode =
  | 'SILENT_MODE'
  | 'NO_ADDRESS'
  | 'WAITING'
  | 'SOME_REFUSED'
  | 'REFUSED'
  | 'GIVEN_UP'
  | 'UNCERTAIN'
  | 'NOT_RENDERED'
  | 'SHIPPED_WORDING'
  | 'BOUNCED'
  | 'NOT_DELIVERED'
  | 'IN_DIGEST'
  | 'OVERTAKEN'
  | 'CORRECTED'
  | 'REPLACED';

export interface Reason {
  readonly code: ReasonCode;
  /** What the other side said, as it said it. */
  readonly detail?: string;
}

/** What every message has, whatever it is about. */
export interface Sendable {
  readonly id: string;
  readonly agencyId: string;
  readonly channel: Channel;
  readonly recipientName: string;
  readonly addresses: readonly string[];
  /** Addresses that were taken, or refused for good: not written to again. */
  readonly settled: readonly string[];
  /** What was said of the addresses refused for good. */
  readonly refusals: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly sentAt?: Date;
  readonly deliveredAt?: Date;
}

export interface Message extends Sendable {
  readonly ticketId: string;
  readonly missionId?: string;
  /** Whose link the message carries, when it is not a contractor's. */
  readonly correspondentId?: string;
  /** The user whom an alert is for. */
  readonly recipientId?: string;
  readonly audience: Audience;
  readonly template: TemplateCode;
  /** Of the agency's own text, 0 for the one shipped: what the agency changes later does not change this message. */
  readonly templateVersion: number;
  readonly facts: MessageFacts;
}

/** A mail to the agency's own people about no ticket. */
export interface NoticeMessage extends Sendable {
  readonly notice: Notice;
}

const STARTS: Readonly<Record<Start, { status: Status; reason?: Reason }>> = {
  queued: { status: 'queued' },
  silenced: { status: 'silenced', reason: { code: 'SILENT_MODE' } },
  'no-address': { status: 'failed', reason: { code: 'NO_ADDRESS' } },
};

/** `collects`: the user reads a daily digest instead of single mails. */
export function beginAs(start: Start, collects = false): { status: Status; reason?: Reason } {
  if (collects && start === 'queued') return { status: 'collected', reason: { code: 'IN_DIGEST' } };
  return STARTS[start];
}

/** What came of one attempt. */
export type Outcome =
  /**
   * Taken, at least for some addresses; `later` are those to try again, `refusals` those refused for good.
   * `wordingFault`: why it left in the shipped words instead of the agency's own.
   */
  | {
      readonly kind: 'accepted';
      readonly later?: readonly string[];
      readonly refusals?: readonly string[];
      readonly wordingFault?: string;
    }
  /** Certainly not taken, may be taken later. */
  | { readonly kind: 'deferred'; readonly detail: string }
  /** Certainly not taken, and never will be. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'not-rendered'; readonly detail: string }
  /** Handed over, no answer. */
  | { readonly kind: 'unknown'; readonly detail: string };

export interface Change {
  readonly status: Status;
  readonly reason?: Reason;
  readonly settled?: readonly string[];
  readonly refusals?: readonly string[];
  /** Wait before the next attempt; absent when there is none. */
  readonly retryInMs?: number;
}

function tryAgain({ attempts }: Sendable, status: 'queued' | 'sending', detail: string): Change {
  const retryInMs = retryDelayMs(attempts);
  if (retryInMs !== undefined) return { status, reason: { code: 'WAITING', detail }, retryInMs };
  return { status: 'failed', reason: { code: status === 'sending' ? 'UNCERTAIN' : 'GIVEN_UP', detail } };
}

type Accepted = Extract<Outcome, { kind: 'accepted' }>;

function afterAcceptance(message: Sendable, accepted: Accepted): Change {
  const { later = [], refusals: refused = [] } = accepted;
  const refusals = [...message.refusals, ...refused];
  const settled = message.addresses.filter((address) => !later.includes(address));
  const left = later.length > 0 ? tryAgain(message, 'queued', later.join(', ')) : undefined;
  if (left) return { ...left, settled, refusals };
  return { status: 'sent', reason: remarkOn(accepted, refusals), settled, refusals };
}

/** What is to be said of a message that was sent all the same. */
function remarkOn({ wordingFault }: Accepted, refusals: readonly string[]): Reason | undefined {
  if (refusals.length > 0) return { code: 'SOME_REFUSED', detail: refusals.join('; ') };
  return wordingFault === undefined ? undefined : { code: 'SHIPPED_WORDING', detail: wordingFault };
}

/** What becomes of a message after an attempt, which `attempts` counts already. */
export function decideAfter(message: Sendable, outcome: Outcome): Change {
  switch (outcome.kind) {
    case 'accepted':
      return afterAcceptance(message, outcome);
    case 'deferred':
      // What an earlier attempt handed over without an answer stays possible, whatever hindered this one.
      return tryAgain(message, message.status === 'sending' ? 'sending' : 'queued', outcome.detail);
    case 'unknown':
      return tryAgain(message, 'sending', outcome.detail);
    case 'refused':
      return { status: 'failed', reason: { code: 'REFUSED', detail: outcome.detail } };
    case 'not-rendered':
      return { status: 'failed', reason: { code: 'NOT_RENDERED', detail: outcome.detail } };
    default:
      return outcome satisfies never;
  }
}
