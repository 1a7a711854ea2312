import { Clock } from '@intervia/clock';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { NestFactory } from '@nestjs/core';
import { LocalFileStore } from '@intervia/files';
import { seedDemo, seedLives } from '../demo/seed-demo.js';
import type { RunningPlatform } from '@intervia/test';

/** Publishes the demo agencies over the bus, as LSC would; what is there already is left as it is. With living tickets where their documents can be kept. */
export async function seed(
  { url, user, password, caFile }: RunningPlatform['nats'] & { caFile?: string },
  clock: 'movable' | 'system',
  filesDir?: string,
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
    const bus = context.get(BusClient);
    const now = context.get(Clock).now();
    await seedDemo(bus, now);
    if (filesDir) await seedLives(bus, now, await LocalFileStore.open(filesDir));
  } finally {
    await context.close();
  }
}
