import { openRedis } from '@intervia/queues';
import { Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { DeliveryQueue } from '../../application/ports/delivery/delivery-queue.js';
import type { PendingMessage } from '../../application/ports/delivery/messages.js';
import type { Channel } from '../../domain/planning/plan-messages.js';
import { CHANNEL_QUEUES } from './channel-queues.js';

export interface DeliveryJob {
  id: string;
}

export class BullmqDeliveryQueue extends DeliveryQueue implements OnApplicationShutdown {
  private readonly logger = new Logger(BullmqDeliveryQueue.name);
  private readonly client: Redis;
  private readonly queues: Readonly<Record<Channel, Queue<DeliveryJob>>>;

  constructor(redisUrl: string) {
    super();
    this.client = openRedis(redisUrl, this.logger);
    this.queues = { mail: this.open('mail'), sms: this.open('sms') };
  }

  /** Nobody waits for a Redis that is away: the messages are in the database, and the next sweep adds them. */
  async add(messages: readonly PendingMessage[]): Promise<void> {
    if (this.client.status !== 'ready') return;
    try {
      await Promise.all(
        (Object.keys(this.queues) as Channel[]).map(async (channel) => {
          const jobs = messages.filter((message) => message.channel === channel).map(toJob);
          if (jobs.length > 0) await this.queues[channel].addBulk(jobs);
        }),
      );
    } catch (error) {
      this.logger.warn({ err: error }, 'queue not reachable, messages wait for the next sweep');
    }
  }

  /** For those who look after them. */
  all(): readonly Queue<DeliveryJob>[] {
    return Object.values(this.queues);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close().catch(() => undefined)));
    this.client.disconnect();
  }

  private open(channel: Channel): Queue<DeliveryJob> {
    const queue = new Queue<DeliveryJob>(CHANNEL_QUEUES[channel].name, {
      connection: this.client,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', (error) => this.logger.warn({ err: error }, 'queue error'));
    return queue;
  }
}

/** The message's id is the job's: a message has at most one job. */
const toJob = ({ id, dueInMs }: PendingMessage) => ({
  name: 'deliver',
  data: { id },
  opts: { jobId: id, delay: dueInMs },
});
