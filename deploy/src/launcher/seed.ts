import { Clock } from '@intervia/clock';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { NestFactory } from '@nestjs/core';
import { seedDemo } from '../demo/seed-demo.js';
import type { RunningPlatform } from '@intervia/test';

/** Publishes the demo agencies over the bus, as LSC would; what is there already is left as it is. */
export async function seed(
  { url, user, password, caFile }: RunningPlatform['nats'] & { caFile?: string },
  clock: 'movable' | 'system',
): Promise<void> {
  const messaging = MessagingModule.forRoot({
    service: 'operator',
    natsUrl: url,
    user,
    password,
    caFile,
    clock,
  });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  try {
    await seedDemo(context.get(BusClient), context.get(Clock).now());
  } finally {
    await context.close();
  }
}
