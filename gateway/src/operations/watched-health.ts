import { NATS_CONNECTION, NeighboursHealth } from '@intervia/messaging';
import { DiskSpace, HealthRegistry } from '@intervia/observability';
import type { NatsConnection } from '@nats-io/transport-node';
import type { OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { GatewayEnv } from '../gateway.env.js';

/** What the services need and the gateway itself does not see. */
const SHARED = ['mongodb', 'redis'] as const;

/** `/health` speaks for the whole platform: the services that HEALTH_OF names, their database, their queues, the disk. */
@Injectable()
export class WatchedHealth implements OnModuleInit {
  constructor(
    private readonly env: GatewayEnv,
    private readonly health: HealthRegistry,
    private readonly disk: DiskSpace,
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
  ) {}

  onModuleInit(): void {
    const services = this.env.HEALTH_OF.split(',').filter(Boolean);
    if (services.length === 0) return;
    new NeighboursHealth(this.connection, services).register(this.health, SHARED);
    // Everything can still be read: no reason to send people elsewhere.
    const hasSpace = async () => {
      if (this.disk.isLow) throw new Error('the disk is almost full');
    };
    this.health.register('disk', hasSpace, 'platform');
  }
}
