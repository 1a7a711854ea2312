import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';

const GRACE_MS = 3_000;

/**
 * Requests in flight get their answer, but a server that closes waits for every connection, and browsers open
 * some that they never use: after the grace, what is left is cut.
 */
@Injectable()
export class ShutdownGrace implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  }
}
