import type { Channel } from '../../domain/planning/plan-messages.js';

interface ChannelQueue {
  readonly name: string;
  /** At the same time, per replica. */
  readonly concurrency: number;
  /** All replicas together. */
  readonly perSecond: number;
}

/** Rates below what a provider takes amiss; OVH publishes none (partners.md). */
export const CHANNEL_QUEUES: Readonly<Record<Channel, ChannelQueue>> = {
  mail: { name: 'notifications-mail', concurrency: 5, perSecond: 20 },
  sms: { name: 'notifications-sms', concurrency: 2, perSecond: 5 },
};
