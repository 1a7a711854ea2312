import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Server } from '@nestjs/microservices';
import { JETSTREAM } from './decorators.js';

export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = JETSTREAM;

  constructor(
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly service: string,
  ) {
    super();
  }

  listen(done: (error?: unknown) => void): void {
    done();
  }

  async close(): Promise<void> {}

  on(): never {
    throw new Error('JetStreamServer emits no events; watch the NATS connection instead');
  }

  unwrap<T>(): T {
    return { stream: this.stream, manager: this.manager, service: this.service } as T;
  }
}
