import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { statfs } from 'node:fs/promises';

const LOOK_EVERY_MS = 2_000;
/** Space must come back by more than a little, or the platform would open and close with each file. */
const ENOUGH = 1.25;
const MIB = 1024 * 1024;

/** Free bytes of the file system that holds the folder, for whoever is not root. */
export type FreeBytes = (folder: string) => Promise<number>;

const freeBytes: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

export interface DiskSpaceOptions {
  folder: string;
  /** Below so much nothing new is taken. */
  minFreeMb: number;
}

/**
 * Whether there is room for what people send. Looked at every two seconds, so that new work is refused while the
 * databases can still finish theirs, and taken again once there is space, without anybody's help.
 */
@Injectable()
export class DiskSpace implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DiskSpace.name);
  private timer?: NodeJS.Timeout;
  private low = false;

  constructor(
    private readonly options: DiskSpaceOptions,
    private readonly free: FreeBytes = freeBytes,
  ) {}

  get isLow(): boolean {
    return this.low;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** What cannot be looked at counts as before. */
  async look(): Promise<void> {
    const { folder, minFreeMb } = this.options;
    const free = await this.free(folder).catch(() => undefined);
    if (free === undefined) return;
    const needed = minFreeMb * MIB * (this.low ? ENOUGH : 1);
    const low = free < needed;
    if (low !== this.low)
      this.logger.warn(
        { folder, freeMb: Math.floor(free / MIB) },
        low ? 'disk almost full' : 'disk has space again',
      );
    this.low = low;
  }
}
